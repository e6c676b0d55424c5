/**
 * How the web room is built: one board bundle, the chart as its own file that only the bench page fetches, and nothing
 * inlined, because the server's content policy allows files of this origin only.
 */
import { join } from 'node:path';
import { defineConfig } from 'vite';

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
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:4680', ws: true } } },
});
