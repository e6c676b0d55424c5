/**
 * Reads the sources for the tests of the house: which files there are, what each imports, how long its functions are.
 * It only reads; what is right stands in the tests beside it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '..', '..');
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.holdfast', '.output', 'coverage', '.stryker-tmp']);

/** Paths below the folder, from the root, with `/`, sorted. */
export function filesBelow(folder: string): string[] {
  const absolute = join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = relative(ROOT, join(absolute, entry.name)).replaceAll('\\', '/');
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  }).sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const PRODUCT_FOLDERS = ['firmware-bridge', 'server', 'web'] as const;
export const productFiles = (): string[] => PRODUCT_FOLDERS.flatMap(filesBelow);
export const isTypeScript = (path: string): boolean => path.endsWith('.ts') && !path.endsWith('.d.ts');
export const productSources = (): string[] => productFiles().filter(isTypeScript);
export const testSources = (): string[] => filesBelow('tests').filter(isTypeScript);

/** Folders without input and output: they take `Uint8Array`, never `Buffer`, and nothing of Node. */
export const PURE_FOLDERS = [
  'firmware-bridge/contract/', 'firmware-bridge/wire/', 'firmware-bridge/guard/', 'firmware-bridge/replay/', 'server/contract/', 'server/domain/',
] as const;
export const isPure = (path: string): boolean => PURE_FOLDERS.some((folder) => path.startsWith(folder));

const parsed = new Map<string, ts.SourceFile>();
export function parse(path: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  parsed.set(path, source);
  return source;
}

export const lineOf = (source: ts.SourceFile, position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;

export interface Import {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** The path from the root when it names a file of this project. */
  readonly target: string | null;
  readonly isTypeOnly: boolean;
}

function targetOf(path: string, specifier: string): string | null {
  const bare = specifier.split('?')[0] ?? specifier;
  if (!bare.startsWith('.')) return null;
  return relative(ROOT, resolve(ROOT, dirname(path), bare)).replaceAll('\\', '/');
}

/** `new URL('./entry.ts', import.meta.url)` starts a source; a folder named that way is only a place. */
const isSourceUrl = (node: ts.Node): node is ts.NewExpression => ts.isNewExpression(node) && node.expression.getText() === 'URL'
  && node.arguments?.[1]?.getText() === 'import.meta.url' && /\.(ts|js)['"`]$/.test(node.arguments[0]?.getText() ?? '');

/** Everything imported: import, export from, import(), and new URL('…', import.meta.url). */
export function importsOf(path: string): Import[] {
  const source = parse(path);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from: path, line: lineOf(source, node.getStart()), specifier: specifier.text, target: targetOf(path, specifier.text), isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node, node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    else if (isSourceUrl(node)) add(node, node.arguments?.[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export interface FunctionSize {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly lines: number;
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  return (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) ? parent.name.getText() : 'a function';
}

export function functionsOf(path: string): FunctionSize[] {
  const source = parse(path);
  const found: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const [first, last] = [lineOf(source, node.getStart()), lineOf(source, node.getEnd())];
      found.push({ path, line: first, name: nameOf(node), lines: last - first + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isWords = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node)
  || node.kind === ts.SyntaxKind.TemplateHead || node.kind === ts.SyntaxKind.TemplateMiddle || node.kind === ts.SyntaxKind.TemplateTail;

const blanked = new Map<string, string>();

/** Source text with comments and the text of strings blanked, lines kept: what the machine reads, not the person. */
export function codeOnly(path: string): string {
  const known = blanked.get(path);
  if (known !== undefined) return known;
  const source = parse(path);
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
  const parts: string[] = [];
  let at = 0;
  const visit = (node: ts.Node): void => {
    if (isWords(node)) {
      parts.push(source.text.slice(at, node.getStart(source)), blank(node.getText(source)));
      at = node.getEnd();
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  // With strings gone, whatever looks like a comment is one.
  const code = (parts.join('') + source.text.slice(at)).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, blank);
  blanked.set(path, code);
  return code;
}

/** `path:line` of every match, for a message that leads straight to the place. */
export function placesOf(path: string, text: string, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, index) => {
    const match = pattern.exec(line);
    return match === null ? [] : [`${path}:${index + 1}  ${match[0].trim()}`];
  });
}
