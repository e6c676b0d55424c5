/** Text for a terminal of 80 columns. Pure: widths are counted in characters, and a long word is never cut. */

export const COLUMNS = 80;

/** Breaks at blanks. */
export function wrapText(text: string, width = COLUMNS): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const next = line === '' ? word : `${line} ${word}`;
    if ([...next].length <= width || line === '') line = next;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.join('\n');
}

const INDENT = '  ';

/** A paragraph under a heading: every line begins two columns in. */
export const indentText = (text: string): string =>
  wrapText(text, COLUMNS - INDENT.length).split('\n').map((line) => INDENT + line).join('\n');

