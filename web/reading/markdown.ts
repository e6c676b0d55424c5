/**
 * The Markdown of the help pages as blocks: headings, paragraphs, lists, tables, code. Pure. What it does not know stays text; it makes
 * no markup of its own, so that nothing in a help page can become code.
 */
export type Span = { readonly is: 'text' | 'code' | 'strong'; readonly text: string } | { readonly is: 'link'; readonly text: string; readonly href: string };
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly spans: readonly Span[] }
  | { readonly is: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly is: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'table'; readonly head: readonly (readonly Span[])[]; readonly rows: readonly (readonly (readonly Span[])[])[] };

const SPAN = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(SPAN)) {
    if (match.index > at) spans.push({ is: 'text', text: text.slice(at, match.index) });
    const [whole, code, strong, name, href] = match;
    if (code !== undefined) spans.push({ is: 'code', text: code });
    else if (strong !== undefined) spans.push({ is: 'strong', text: strong });
    else if (name !== undefined && href !== undefined) spans.push(/^\/(?!\/)/.test(href) ? { is: 'link', text: name, href } : { is: 'text', text: name });
    at = match.index + whole.length;
  }
  if (at < text.length) spans.push({ is: 'text', text: text.slice(at) });
  return spans;
}

const cellsOf = (line: string): Span[][] => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => spansOf(cell.trim()));
const ITEM = /^(?:-|(\d+)\.) (.*)$/;

/** Reads from `from` on as long as `isIn` holds; answers the lines and where they end. */
function take(lines: readonly string[], from: number, isIn: (line: string) => boolean): readonly [string[], number] {
  let to = from;
  while (to < lines.length && isIn(lines[to] ?? '')) to += 1;
  return [lines.slice(from, to), to];
}

function readBlock(lines: readonly string[], at: number): readonly [Block, number] {
  const line = lines[at] ?? '';
  const heading = /^(#{1,3}) (.*)$/.exec(line);
  if (heading !== null) return [{ is: 'heading', level: (heading[1] ?? '#').length as 1 | 2 | 3, spans: spansOf(heading[2] ?? '') }, at + 1];
  if (line.startsWith('```')) {
    const [code, end] = take(lines, at + 1, (one) => !one.startsWith('```'));
    // A drawing for other readers; the table below it says the same.
    return [{ is: 'code', text: line.startsWith('```mermaid') ? '' : code.join('\n') }, end + 1];
  }
  if (line.startsWith('|')) {
    const [rows, end] = take(lines, at, (one) => one.startsWith('|'));
    return [{ is: 'table', head: cellsOf(rows[0] ?? ''), rows: rows.slice(2).map(cellsOf) }, end];
  }
  if (ITEM.test(line)) {
    const [items, end] = take(lines, at, (one) => ITEM.test(one) || /^ {2,}\S/.test(one));
    const joined = items.reduce<string[]>((all, one) => (ITEM.test(one) ? [...all, ITEM.exec(one)?.[2] ?? ''] : [...all.slice(0, -1), `${all.at(-1) ?? ''} ${one.trim()}`]), []);
    return [{ is: 'list', isOrdered: /^\d/.test(line), items: joined.map(spansOf) }, end];
  }
  const [text, end] = take(lines, at, (one) => one.trim() !== '' && !/^(#{1,3} |```|\|)/.test(one) && !ITEM.test(one));
  return [{ is: 'paragraph', spans: spansOf(text.join(' ')) }, Math.max(end, at + 1)];
}

export function blocksOf(markdown: string): Block[] {
  const lines = markdown.replaceAll('\r', '').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if ((lines[at] ?? '').trim() === '') {
      at += 1;
      continue;
    }
    const [block, next] = readBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}
