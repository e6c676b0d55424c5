/** Imports run the way trust runs: the rules of the house, each offence with its place and with what would be right. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { refuseImport } from './import-rules.ts';
import type { Import } from './sources.ts';
import { codeOnly, importsOf, isPure, lineOf, parse, placesOf, productSources, testSources } from './sources.ts';

const sources = productSources();
const imports = sources.flatMap(importsOf);

test('there is something to look at', () => {
  expect(imports.length).toBeGreaterThan(20);
});

test('every import is allowed by the rules of its room', () => {
  const offences = imports.flatMap((found) => {
    const right = refuseImport(found);
    return right === null ? [] : [`${found.from}:${found.line}  imports ${found.specifier}: ${right}`];
  });
  expect(offences).toEqual([]);
});

describe('the rules refuse what they are there for', () => {
  const one = (from: string, specifier: string, target: string | null = null, isTypeOnly = false): Import => ({ from, line: 1, specifier, target, isTypeOnly });
  test.each([
    one('firmware-bridge/guard/zone.ts', 'node:fs'),
    one('firmware-bridge/guard/zone.ts', 'zod'),
    one('firmware-bridge/main.ts', '../server/contract/api.ts', 'server/contract/api.ts'),
    one('firmware-bridge/report/main.ts', 'serialport'),
    one('firmware-bridge/report/main.ts', '../guard/zone.ts', 'firmware-bridge/guard/zone.ts'),
    one('firmware-bridge/report/main.ts', '../replay/replay.ts', 'firmware-bridge/replay/replay.ts'),
    one('firmware-bridge/guard/step.ts', '../replay/replay.ts', 'firmware-bridge/replay/replay.ts'),
    one('firmware-bridge/main.ts', './virtual-rig/engine.ts', 'firmware-bridge/virtual-rig/engine.ts'),
    one('server/http/benches.ts', '../store/open.ts', 'server/store/open.ts'),
    one('server/domain/board.ts', 'better-sqlite3'),
    one('server/command/holdfast.ts', '../../firmware-bridge/guard/zone.ts', 'firmware-bridge/guard/zone.ts'),
    one('server/command/holdfast.ts', '../main.ts', 'server/main.ts'),
    one('web/main.ts', '../server/http/api-routes.ts', 'server/http/api-routes.ts', true),
    one('web/main.ts', '../firmware-bridge/guard/zone.ts', 'firmware-bridge/guard/zone.ts'),
    one('server/main.ts', '../tests/house/sources.ts', 'tests/house/sources.ts'),
  ])('$from may not import $specifier', (found) => {
    expect(refuseImport(found)).not.toBeNull();
  });
});

test('a pure folder knows no Buffer, no clock, no timer', () => {
  const offences = sources.filter(isPure).flatMap((path) =>
    placesOf(path, codeOnly(path), /\b(Buffer|setTimeout|setInterval|setImmediate|queueMicrotask|fetch|process|performance|crypto)\b(?=[.(])|\bDate\.now\b|\bMath\.random\b|\bnew Date\(\)/));
  expect(offences.map((place) => `${place}: hand it in`)).toEqual([]);
});

test('no file imports itself through others', () => {
  const edges = new Map(sources.map((path) => [path, importsOf(path).flatMap(({ target, isTypeOnly }) => (target === null || isTypeOnly ? [] : [target]))]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) cycles.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const target of edges.get(path) ?? []) walk(target, [...way, path]);
    done.add(path);
  };
  for (const path of sources) walk(path, []);
  expect(cycles).toEqual([]);
});

test('an import names a file that is there, with its ending', () => {
  const known = new Set(sources);
  const offences = imports.filter(({ target }) => target !== null && /\.(ts|js)$/.test(target) && !known.has(target))
    .map(({ from, line, specifier }) => `${from}:${line}  imports ${specifier}, which is not there`);
  const endless = imports.filter(({ target }) => target !== null && !/\.[a-z0-9]+$/.test(target))
    .map(({ from, line, specifier }) => `${from}:${line}  imports ${specifier} without its ending`);
  expect([...offences, ...endless]).toEqual([]);
});

/** Tools that ask for a default export by their own rules. */
const CONFIGURATIONS = new Set(['web/vite.config.ts', 'tests/vitest.config.ts']);

test('no default exports and no barrel files', () => {
  const offences = [...sources, ...testSources()].filter((path) => !CONFIGURATIONS.has(path)).flatMap((path) => {
    const source = parse(path);
    return source.statements.flatMap((statement) => {
      const line = lineOf(source, statement.getStart());
      if (ts.isExportAssignment(statement)) return [`${path}:${line}  export by name instead of default`];
      if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) return [`${path}:${line}  import from where it is defined instead of handing it on`];
      const isDefault = ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
      return isDefault ? [`${path}:${line}  export by name instead of default`] : [];
    });
  });
  expect(offences).toEqual([]);
});
