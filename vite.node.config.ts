import { defineConfig } from 'vite';

// The core and its Node clients, bundled: loading drizzle unbundled alone takes 320 ms.
export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    outDir: 'out/node',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        loopback: 'electron/loopback/main.ts',
        cli: 'electron/cli/main.ts',
        'parse-worker': 'electron/core/features/imports/parse-worker.ts',
        'backup-worker': 'electron/core/db/backup-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
