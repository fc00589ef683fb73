import { defineConfig } from 'electron-vite';

// The Electron host's own two bundles. The renderer (vite.config.ts) and the workers (vite.node.config.ts) are the same for
// both hosts and are built apart.
export default defineConfig({
  main: {
    build: {
      // Only the native module stays outside, so that a shipped program carries no other package.
      externalizeDeps: false,
      outDir: 'out/main',
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: { index: 'electron/main/index.ts', 'core-entry': 'electron/main/core-entry.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        // A sandboxed preload script cannot be an ES module, and the package is one.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
});
