import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepared } from '#core/db/prepared.ts';
import { verifyBook } from '#core/db/verify.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

const KILLS = Number(process.env['CRASH_RUNS'] ?? 200);
const KILLS_PER_BOOK = 20;
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));

interface Acknowledged {
  what: string;
  step: number;
  detail: string;
}

/** Lets a writer run for `ms` after it has opened the book, kills it, and gives what it had acknowledged by then. */
function writeAndKill(t: TestBook, seed: number, ms: number): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, t.path, t.deps.dataDir, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (out === '') setTimeout(() => child.kill('SIGKILL'), ms);
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the writer ended by itself: ${err}`));
      // The last line may have been cut by the kill.
      resolve(out.split('\n').slice(0, -1).map((line) => {
        const [what = '', step = '0', detail = ''] = line.split(' ');
        return { what, step: Number(step), detail };
      }));
    });
  });
}

function checkAcknowledged(t: TestBook, { what, step, detail }: Acknowledged): void {
  const found = (sql: string, ...values: unknown[]): number => prepared<{ n: number }>(t.book.db, sql).get(...values)?.n ?? 0;
  if (what === 'open') return;
  expect(found('SELECT count(*) AS n FROM step WHERE no = ?', step), `${what} ${step}`).toBe(1);
  if (what === 'add' || what === 'edit') {
    expect(found('SELECT count(*) AS n FROM change c JOIN stamp s ON s.no = c.stamp WHERE s.step = ? AND c.key = ?', step, detail)).toBe(1);
  }
  if (what === 'undo') expect(found('SELECT undone_by AS n FROM step WHERE no = ?', Number(detail))).toBe(step);
  if (what === 'chunk' || what === 'bulk') {
    expect(found("SELECT count(*) AS n FROM change c JOIN stamp s ON s.no = c.stamp WHERE s.step = ? AND c.tbl = 'product'", step)).toBeGreaterThanOrEqual(Number(detail));
  }
}

async function manyKills(kills: number, firstSeed: number): Promise<number> {
  let acknowledged = 0;
  for (let done = 0; done < kills;) {
    const t = testBook();
    t.book.close();
    for (let n = 0; n < KILLS_PER_BOOK && done < kills; n += 1, done += 1) {
      const ledger = await writeAndKill(t, firstSeed + done, Math.floor(Math.random() * 40));
      t.reopen();
      for (const entry of ledger) checkAcknowledged(t, entry);
      expect(verifyBook(t.book.db).problems).toEqual([]);
      expect(prepared<{ n: number }>(t.book.db, 'SELECT count(*) AS n FROM step WHERE open = 1').get()?.n).toBe(0);
      acknowledged += ledger.length;
      t.book.close();
    }
    t.dispose();
  }
  return acknowledged;
}

describe('a writer killed at any moment', () => {
  it(`loses no acknowledged step in ${KILLS} kills, and rows and change log agree`, async () => {
    const half = Math.ceil(KILLS / 2);
    const counts = await Promise.all([manyKills(half, 1), manyKills(KILLS - half, 100_000)]);
    expect(counts[0] + counts[1]).toBeGreaterThan(KILLS);
  }, 3_600_000);
});
