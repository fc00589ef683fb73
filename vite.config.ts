import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './electron/core/adapters/prepare-page.ts';

// The renderer, for both hosts: built to out/renderer, or served with hot reload behind the loopback host.
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // The page's policy takes fonts and scripts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
});
