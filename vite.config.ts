import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { noncePlaceholder } from './electron/core/adapters/prepare-page.ts';

/** Lets the browser fetch the program while it reads the entry, which asks for the rest only after it has set up the page's policy. */
const preloadProgram: Plugin = {
  name: 'preload-program',
  transformIndexHtml(_html, { bundle }) {
    const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
    const program = chunks.find((chunk) => chunk.name === 'start');
    const sheets = program ? [...program.viteMetadata?.importedCss ?? []] : [];
    return [
      ...(program ? [program.fileName, ...program.imports] : []).map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `/${file}` }, injectTo: 'head' as const })),
      ...sheets.map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'style', href: `/${file}` }, injectTo: 'head' as const })),
    ];
  },
};

/** What runs before the program is fetched: the page's policy, and the setting of zod that every schema must find made. */
const SETUP = /[\\/]node_modules[\\/](?:dompurify|zod[\\/]v4[\\/]core[\\/]core\.)|preload-helper/;
/** Large, and only some screens need them. */
const CHARTS = /[\\/]node_modules[\\/](?:echarts|zrender)[\\/]/;

// The renderer, for both hosts: built to out/renderer, or served with hot reload behind the loopback host.
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react(), preloadProgram],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // The page's policy takes fonts and scripts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What several screens use comes in one file: sixty small ones took longer to fetch than to run.
          groups: [
            { name: 'setup', test: SETUP, priority: 2 },
            { name: 'shared', minShareCount: 2, test: (id) => !CHARTS.test(id), priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
});
