/**
 * How the web room is built: what the board needs in one file, every other page and the chart in files of their own, and nothing
 * inlined, because the server's content policy allows files of this origin only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const SPANISH = readFileSync(join(import.meta.dirname, 'words/es/pack.ts'), 'utf8');
const TABLES = [...SPANISH.matchAll(/^learn\((\w+), /gm)].map(([, table]) => table).join('|');
const [NAMED, ASKED] = [new RegExp(`^import \\{ (?:${TABLES}) \\} from .*;$`, 'gm'), new RegExp(`\\b(spoken|learn)\\((${TABLES})\\b`, 'g')];

/**
 * Takes the English tables of the board out of the files that speak them: there and in the packs a table goes by its name, and the
 * English pack holds the tables that the Spanish one names. Each is read by itself (`?english`), apart from the code beside it.
 */
const englishApart: Plugin = {
  name: 'english-apart',
  enforce: 'pre',
  transform: {
    filter: { id: /\/web\/words\//, code: ASKED },
    handler: (code, id) => (id.endsWith('/words/en/pack.ts') ? null : code.replaceAll(NAMED, '').replaceAll(ASKED, "$1('$2'")),
  },
  load: {
    filter: { id: /\/words\/en\/pack\.ts$/ },
    handler: () => ({
      code: SPANISH.replaceAll(/^import .*[sS]panish.*$/gm, '').replaceAll(/(English\b.*)\.ts';$/gm, "$1.ts?english';").replaceAll(/\blearn\((\w+), \w+\)/g, "learn('$1', $1)"),
      moduleType: 'ts',
    }),
  },
};

/** A browser reads a style without its indents and notes just as well. */
const tightStyles: Plugin = {
  name: 'tight-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\/web\/.*\.ts$/, code: /\bcss`/ },
    handler: (code) => code.replaceAll(/\bcss`[^`]*`/g, (style) => style.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\s+/g, ' ').replaceAll(/ ?([{};,]) ?/g, '$1')),
  },
};

interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Whether the file is read as soon as the other one is: imported by it, or by what it imports, and so on. */
function isReadWith(file: string): (id: string, graph: Graph) => boolean {
  const known = new Map<string, boolean>();
  const ask = (id: string, graph: Graph): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Until it is known otherwise: a circle is no way.
    known.set(id, false);
    const is = id === join(import.meta.dirname, file) || (graph.getModuleInfo(id)?.importers ?? []).some((importer) => ask(importer, graph));
    known.set(id, is);
    return is;
  };
  return ask;
}
const [withStart, withApp] = [isReadWith('main.ts'), isReadWith('pages/app.ts')];
/** What a pack of words is read with. */
const withPack = ['en', 'es', 'fi'].map((language) => isReadWith(`words/${language}/pack.ts`));

// Vite itself asks for a default export here, the only one in the house.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [englishApart, tightStyles],
  // The contracts as they are, read by a twelfth of the code.
  resolve: { alias: { zod: join(import.meta.dirname, 'small-zod.ts') } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: true,
    rolldownOptions: {
      // A schema that the page does not read costs nothing: to build one changes nothing else.
      treeshake: { manualPureFunctions: ['z', 'lineSchema', 'linesSchema', 'spoken'] },
      output: {
        codeSplitting: {
          groups: [
            // A language is learned before the app reads its words, so what its tables need may not come with the app.
            // Not with the entry either: that one waits for the app, which may not wait for the entry.
            { name: (id, graph) => (withStart(id, graph) && !id.endsWith('/main.ts') ? 'language' : null), priority: 3, includeDependenciesRecursively: false },
            { name: (id, graph) => (withApp(id, graph) && withPack.some((withIt) => withIt(id, graph)) ? 'words' : null), priority: 2 },
            { name: (id, graph) => (withApp(id, graph) ? 'board' : null), priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:4680', ws: true } } },
});
