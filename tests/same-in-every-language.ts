/**
 * Compares a table of words with the same table in another language: the same keys, a full stop where English has one, the
 * same parameters said, no title too long, and nothing left in English. Answers with what differs, each with its place.
 */
const TITLE_CHARACTERS_MAX = 40;

/** Parameters that a reader of the text can recognise in it. Whoever reads properties of a marker gets their names. */
const byName = (path: string): unknown => new Proxy({}, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => `‹${path}›` : typeof key === 'symbol' ? undefined : key === 'toLowerCase' || key === 'trim' || key === 'toString' ? () => `‹${path}›` : byName(`${path}.${key}`)),
});

const CALLS: readonly ((arity: number) => readonly unknown[])[] = [
  (arity) => Array.from({ length: arity }, (_, index) => `Q${String(index)}Q`),
  (arity) => Array.from({ length: arity }, (_, index) => 71 + index * 2),
  (arity) => Array.from({ length: arity }, () => 1),
  (arity) => Array.from({ length: arity }, (_, index) => (index % 2 === 0 ? `Q${String(index)}Q` : 71 + index)),
  (arity) => Array.from({ length: arity }, (_, index) => (index % 2 === 1 ? `Q${String(index)}Q` : 71 + index)),
  (arity) => Array.from({ length: arity }, (_, index) => (index === 0 ? 71 : null)),
  (arity) => Array.from({ length: arity }, () => true),
  (arity) => Array.from({ length: arity }, () => false),
  (arity) => Array.from({ length: arity }, (_, index) => byName(`p${String(index)}`)),
];

const marksIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/Q\d+Q|‹[^›]+›|\{\w+\}|(?<![\d.,])7[1-9](?![\d.,]*\d)/g)].map(([mark]) => mark))].toSorted();

const said = (say: unknown, values: readonly unknown[]): unknown => {
  try {
    return typeof say === 'function' ? Reflect.apply(say, undefined, values) : undefined;
  } catch {
    return undefined;
  }
};

function faultsOfText(at: string, english: string, other: string, isKept: (text: string) => boolean): readonly string[] {
  const ends = (text: string): string => /[.:?!…,]$/u.exec(text.trim())?.[0] ?? '';
  return [
    ...(other.trim() === '' && english.trim() !== '' ? [`${at}: nothing said`] : []),
    ...(other !== other.trim() && english === english.trim() ? [`${at}: blanks at an end: “${other}”`] : []),
    ...(ends(english) === ends(other) ? [] : [`${at}: ends otherwise: “${english}” and “${other}”`]),
    ...(marksIn(english).join() === marksIn(other).join() ? [] : [`${at}: says ${marksIn(other).join(' ') || 'nothing'} instead of ${marksIn(english).join(' ') || 'nothing'}: “${other}”`]),
    ...(english === other && /\p{L}{3}/u.test(english.replaceAll(/‹[^›]+›|Q\d+Q|\{\w+\}/gu, '')) && !isKept(english) ? [`${at}: still English: “${other}”`] : []),
    ...(/(^|\.)(title|whenOk|whenNotOk)(\(\))?$/.test(at) && other.length > TITLE_CHARACTERS_MAX && english.length <= TITLE_CHARACTERS_MAX ? [`${at}: title of ${String(other.length)}: “${other}”`] : []),
  ];
}

/** `isKept`: what is the same word in both languages. `also`: further values with which texts are called. */
export function differencesOf(english: unknown, other: unknown, isKept: (text: string) => boolean, also: readonly (readonly unknown[])[] = [], at = ''): readonly string[] {
  if (typeof english === 'string') return typeof other === 'string' ? faultsOfText(at, english, other, isKept) : [`${at}: no text`];
  if (typeof english === 'function') {
    if (typeof other !== 'function') return [`${at}: no text with parameters`];
    const arity = Math.max(english.length, 1);
    const calls = [...CALLS.map((values) => values(arity)), ...also].map((values) => [said(english, values), said(other, values)] as const).filter(([first]) => first !== undefined && first !== null);
    if (calls.length === 0) return [`${at}: could not be called`];
    return [...new Set(calls.flatMap(([first, second]) => differencesOf(first, second, isKept, also, `${at}()`)))];
  }
  if (typeof english !== 'object' || english === null) return english === other ? [] : [`${at}: another value`];
  if (typeof other !== 'object' || other === null) return [`${at}: not there`];
  const keys = [...new Set([...Object.keys(english), ...Object.keys(other)])].filter((key) => key !== 'locale' && key !== 'language');
  return keys.flatMap((key) => differencesOf(Reflect.get(english, key), Reflect.get(other, key), isKept, also, at === '' ? key : `${at}.${key}`));
}
