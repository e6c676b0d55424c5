/**
 * How the web room is built: what the board needs in one file, every other page and the chart in files of their own, and nothing
 * inlined, because the server's content policy allows files of this origin only.
 */
import { join } from 'node:path';
import { defineConfig } from 'vite';

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
/** The tables that another language has words for. */
const [withSpanish, withFinnish] = [isReadWith('words/es/pack.ts'), isReadWith('words/fi/pack.ts')];

// Vite itself asks for a default export here, the only one in the house.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
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
      treeshake: { manualPureFunctions: ['z', 'lineSchema', 'linesSchema'] },
      output: {
        codeSplitting: {
          groups: [
            // A language names the English tables before the app reads them, so these may not come with the app.
            // Not with the entry either: that one waits for the app, which may not wait for the entry.
            { name: (id, graph) => (withStart(id, graph) && !id.endsWith('/main.ts') ? 'language' : null), priority: 3, includeDependenciesRecursively: false },
            { name: (id, graph) => (withApp(id, graph) && (withSpanish(id, graph) || withFinnish(id, graph)) ? 'words' : null), priority: 2 },
            { name: (id, graph) => (withApp(id, graph) ? 'board' : null), priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:4680', ws: true } } },
});
