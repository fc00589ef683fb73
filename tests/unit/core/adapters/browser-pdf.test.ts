import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBrowserPdf, printArguments } from '#core/adapters/browser-pdf.ts';
import { findBrowser } from '#core/adapters/browsers.ts';
import { writeDocument } from '#core/documents/write-document.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { madeDeck } from '#tests/builders/made-deck.ts';
import { hasProgram } from '#tests/fixtures/has-program.ts';

const browser = findBrowser();
let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-print-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

/** A program in the browser's place. */
function script(name: string, lines: string): { path: string; sandboxHome: null } {
  const path = join(dir, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return { path, sandboxHome: null };
}

describe('printing by the installed browser', () => {
  it('asks for a page without a window, a kept profile or a network', () => {
    const flags = printArguments('/p/page.html', '/p/page.pdf', '/p/profile', false);
    expect(flags).toEqual(expect.arrayContaining(['--headless', '--print-to-pdf=/p/page.pdf', '--user-data-dir=/p/profile', '--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9']));
    expect(flags.at(-1)).toBe('file:///p/page.html');
    expect(flags).not.toContain('--no-sandbox');
    expect(printArguments('/p/page.html', '/p/page.pdf', '/p/profile', true)).toContain('--no-sandbox');
  });

  it('without a browser says that there is none', async () => {
    await expect(createBrowserPdf({ dir, find: () => null }).print('<p>')).rejects.toMatchObject({ code: 'pdf-no-browser' });
  });

  it.skipIf(process.platform === 'win32')('a browser that fails or never ends is an error, and leaves nothing behind (skipped on Windows)', async () => {
    const home = join(dir, 'print');
    for (const found of [script('fails', 'echo no display >&2; exit 1'), script('hangs', 'exec sleep 60'), script('silent', 'exit 0'), { path: join(dir, 'gone'), sandboxHome: null }]) {
      await expect(createBrowserPdf({ dir: home, find: () => found, patienceMs: 300 }).print('<p>'), found.path).rejects.toMatchObject({ code: 'pdf-failed' });
    }
    expect(readdirSync(home)).toEqual([]);
  });

  it.skipIf(browser === null)('reaches nobody, whatever the page asks for (skipped without a browser)', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const bytes = await createBrowserPdf({ dir }).print(`<!doctype html><link rel="stylesheet" href="${origin}/a.css"><img src="${origin}/b.png"><p>text</p>`);
    server.close();
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(asked).toBe(0);
  });

  it.skipIf(browser === null || !hasProgram('pdftotext', '-v'))('a document has its pages and texts in both languages (skipped without a browser or pdftotext)', async () => {
    const file = await writeDocument(madeDeck(), themeOf(PLAIN_LOOK), 'pdf', { name: 'x.pdf', pdf: createBrowserPdf({ dir: join(dir, 'print') }) });
    expect([file.name, file.type]).toEqual(['x.pdf', 'application/pdf']);
    const path = join(dir, 'x.pdf');
    writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
    const info = execFileSync('pdfinfo', ['-f', '1', '-l', '3', path], { encoding: 'utf8' });
    expect(/Pages: +(\d+)/.exec(info)?.[1]).toBe('3');
    expect([...info.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(([, w, h]) => [Number(w), Math.round(Number(h))])).toEqual([[960, 540], [960, 618], [960, 540]]);
    const pages = [1, 2, 3].map((no) => execFileSync('pdftotext', ['-f', String(no), '-l', String(no), path, '-'], { encoding: 'utf8' }));
    expect(pages[0]).toContain('Business review Q4 2026');
    expect(pages[1]).toContain('Begin with <the trial>.');
    expect(pages[1]).toContain('炉线 & <Co>');
    expect(pages[2]).toContain('先在二号炉线验证');
    expect(existsSync(join(dir, 'print')) && readdirSync(join(dir, 'print'))).toEqual([]);
  });
});
