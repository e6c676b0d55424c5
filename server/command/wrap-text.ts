/** Text for a terminal of 80 columns. Pure: widths are counted in characters, and a long word is never cut. */

export const COLUMNS = 80;

/** Breaks at blanks; every line after the first begins with `indent`. */
export function wrapText(text: string, indent = '', width = COLUMNS): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const next = line === '' ? word : `${line} ${word}`;
    if ([...(lines.length === 0 ? next : indent + next)].length <= width || line === '') line = next;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.map((part, index) => (index === 0 ? part : indent + part)).join('\n');
}
