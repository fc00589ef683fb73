import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { verifyBook } from '#core/db/verify.ts';
import { folderTransport } from '#core/sync/transports/folder.ts';
import { syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';

const KILLS = Math.ceil(Number(process.env['CRASH_RUNS'] ?? 200) / 25);
const WRITER = fileURLToPath(new URL('./sync-writer.ts', import.meta.url));

/** Lets a book write and exchange for `ms` after it was opened, then kills it. */
function exchangeAndKill(t: TestBook, folder: string, name: string, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, t.path, t.deps.dataDir, folder, name], { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
    child.on('close', (_code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(`the writer ended by itself: ${err}`))));
  });
}

describe('an exchange killed at any moment', () => {
  it(`leaves a folder and books that the next one puts right, in ${KILLS} kills`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ballast-shared-'));
    const books = [syncBook(1), syncBook(2)];
    const place = folderTransport(folder);
    try {
      for (const t of books) {
        t.clock.ms = Date.now();
        await syncNow(t, place);
        t.book.close();
      }
      for (let kill = 0; kill < KILLS; kill += 1) {
        const [t, other] = kill % 2 === 0 ? books : books.toReversed();
        if (!t || !other) throw new Error('no books');
        await exchangeAndKill(t, folder, `${kill}`, 5 + Math.floor(Math.random() * 150));
        for (const one of [t, other, t]) {
          one.clock.ms = Date.now();
          one.reopen();
          expect((await syncNow(one, place)).aside).toEqual([]);
          expect(verifyBook(one.book.db).problems).toEqual([]);
          one.book.close();
        }
        const hashes = [t, other].map((one) => {
          const found = tableHashes(one.reopen().db);
          one.book.close();
          return found;
        });
        expect(hashes[1]).toEqual(hashes[0]);
      }
    } finally {
      for (const t of books) t.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 3_600_000);
});
