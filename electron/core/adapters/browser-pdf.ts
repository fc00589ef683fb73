import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { PdfPrinter } from '../ports/host-ports.ts';
import { findBrowser, type Browser } from './browsers.ts';
import { makePrivateDir } from './private-dir.ts';

/** Longest a browser may take; a deck of 15 pages takes about two seconds. */
const PATIENCE_MS = 60_000;

/** Arguments under which a browser prints one page of ours: without a window, a profile to keep, a network or names to look up. */
export function printArguments(page: string, out: string, profileDir: string, isRoot: boolean): string[] {
  return [
    '--headless', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${out}`, `--user-data-dir=${profileDir}`, '--no-first-run', '--no-default-browser-check',
    '--disable-extensions', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-crash-reporter',
    '--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9',
    // Chromium refuses to run sandboxed as root, which only a container does.
    ...(isRoot ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ];
}

/** Runs the browser until it has ended; ends it when it takes too long. @throws Error with what it said last */
function ran(path: string, args: string[], patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    let said = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.stderr.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-2_000); });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`the browser ended with ${code ?? signal}: ${said}`));
    });
  });
}

export interface BrowserPdfOptions {
  /** Absolute; a folder of its own for each print is made and removed in it. */
  dir: string;
  find?: () => Browser | null;
  patienceMs?: number;
}

/** Prints PDFs by the installed Chrome, Edge or Chromium. */
export function createBrowserPdf({ dir, find = findBrowser, patienceMs = PATIENCE_MS }: BrowserPdfOptions): PdfPrinter {
  return {
    async print(html) {
      const browser = find();
      if (!browser) throw new CodedError('pdf-no-browser');
      const home = browser.sandboxHome ?? dir;
      makePrivateDir(home);
      const own = await mkdtemp(join(home, 'print-'));
      const [page, out] = [join(own, 'page.html'), join(own, 'page.pdf')];
      try {
        writeFileSync(page, html, { mode: 0o600 });
        await ran(browser.path, printArguments(page, out, join(own, 'profile'), process.getuid?.() === 0), patienceMs);
        return new Uint8Array(readFileSync(out));
      } catch (cause) {
        throw new CodedError('pdf-failed', { cause });
      } finally {
        rmSync(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  };
}
