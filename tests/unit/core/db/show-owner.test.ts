import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockBook, type BookLock } from '#core/db/book-lock.ts';
import { askOwner, watchForAsking } from '#core/db/show-owner.ts';

let dir: string;
let path: string;
let ends: (() => void)[];
const report = vi.fn<(error: unknown) => void>();

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-show-'));
  path = join(dir, 'b.ballast');
  writeFileSync(path, '');
  ends = [];
  report.mockClear();
});
afterEach(() => {
  for (const end of ends) end();
  rmSync(dir, { recursive: true, force: true });
});

function own(): BookLock {
  const lock = lockBook(path, 'electron');
  ends.push(() => lock.release());
  return lock;
}

function watch(show: () => Promise<boolean>): () => void {
  const end = watchForAsking(path, show, report);
  ends.unshift(end);
  return end;
}

const beside = () => readdirSync(dir).filter((name) => name !== basename(path) && !name.endsWith('-journal')).toSorted();

describe('the owner of a book', () => {
  it('shows itself once to each who asks, by whatever link', async () => {
    own();
    const show = vi.fn(() => Promise.resolve(true));
    watch(show);
    symlinkSync(path, join(dir, 'link.ballast'));
    expect(await askOwner(path)).toBe(true);
    expect(await askOwner(join(dir, 'link.ballast'))).toBe(true);
    expect(show).toHaveBeenCalledTimes(2);
    expect(beside()).toEqual(['b.ballast.lock', 'b.ballast.owner', 'link.ballast']);
  });

  it('that has no window leaves the question, which is then taken back', async () => {
    own();
    const answer = askOwner(path, 300);
    expect(beside()).toContain('b.ballast.show');
    if (process.platform !== 'win32') expect(statSync(`${path}.show`).mode & 0o777).toBe(0o600);
    expect(await answer).toBe(false);
    expect(beside()).not.toContain('b.ballast.show');
  });

  it('that cannot show itself says so by silence, is asked once, and can be asked again', async () => {
    own();
    const show = vi.fn(() => Promise.resolve(false));
    watch(show);
    expect(await askOwner(path, 1_200)).toBe(false);
    expect(show).toHaveBeenCalledTimes(1);
    show.mockImplementation(() => Promise.reject(new Error('no launch page')));
    expect(await askOwner(path, 1_200)).toBe(false);
    expect(report.mock.calls).toEqual([[new Error('no launch page')]]);
    show.mockImplementation(() => Promise.resolve(true));
    expect(await askOwner(path)).toBe(true);
  });

  it('hears nobody after its watch has ended', async () => {
    own();
    const show = vi.fn(() => Promise.resolve(true));
    watch(show)();
    expect(await askOwner(path, 800)).toBe(false);
    expect(show).not.toHaveBeenCalled();
  });

  it('is not asked what one before it was asked', () => {
    writeFileSync(`${path}.show`, '');
    own();
    expect(beside()).toEqual(['b.ballast.lock', 'b.ballast.owner']);
  });

  it('joins two who ask at the same time', async () => {
    own();
    const show = vi.fn(() => Promise.resolve(true));
    watch(show);
    expect(await Promise.all([askOwner(path), askOwner(path)])).toEqual([true, true]);
    expect(show).toHaveBeenCalledTimes(1);
  });
});

describe('without an owner', () => {
  it('nothing is written and nobody is waited for', async () => {
    expect(await askOwner(path)).toBe(false);
    expect(await askOwner(join(dir, 'none.ballast'))).toBe(false);
    expect(await askOwner(join(dir, 'no', 'folder', 'b.ballast'))).toBe(false);
    expect(beside()).toEqual([]);
  });

  it('the file that one left in a crash is not taken for it', async () => {
    writeFileSync(`${path}.owner`, 'electron');
    expect(await askOwner(path)).toBe(false);
    writeFileSync(`${path}.lock`, '');
    expect(await askOwner(path)).toBe(false);
    expect(beside()).toEqual(['b.ballast.lock', 'b.ballast.owner']);
  });

});

describe('in the place of the question', () => {
  it('a link leads nowhere', async () => {
    own();
    const elsewhere = join(dir, 'elsewhere');
    symlinkSync(elsewhere, `${path}.show`);
    expect(await askOwner(path, 200)).toBe(false);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('a folder refuses the lock, and is no reason to keep it', () => {
    mkdirSync(`${path}.show`);
    expect(() => lockBook(path, 'electron')).toThrow(expect.objectContaining({ code: 'not-writable' }));
    rmSync(`${path}.show`, { recursive: true });
    own();
  });
});

describe('two processes', () => {
  // The lock lives as long as somebody holds on to it.
  const owner = `
    import { lockBook } from '#core/db/book-lock.ts';
    import { watchForAsking } from '#core/db/show-owner.ts';
    const path = process.argv[1];
    globalThis.kept = lockBook(path, 'electron');
    watchForAsking(path, async () => { console.log('shown'); return true; }, console.error);
    setInterval(() => undefined, 1_000);
    console.log('ready');
  `;

  it('find each other, and one that was killed is not waited for', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', owner, path], { cwd: join(import.meta.dirname, '../../../..'), stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    const ended = once(child, 'exit');
    try {
      await expect.poll(() => said, { timeout: 20_000 }).toBe('ready\n');
      expect(await askOwner(path)).toBe(true);
      await expect.poll(() => said).toBe('ready\nshown\n');
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
    expect(beside()).toContain('b.ballast.owner');
    const asked = performance.now();
    expect(await askOwner(path)).toBe(false);
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect(beside()).not.toContain('b.ballast.show');
  }, 30_000);
});
