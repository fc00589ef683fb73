import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockBook } from '#core/db/book-lock.ts';

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-lock-'));
  path = join(dir, 'b.ballast');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const inUse = (host: string): object => expect.objectContaining({ code: 'book-in-use', where: { path }, params: { host } });

describe('the lock of a book', () => {
  it('lets one in, names it to the next, and lets the next in after it', () => {
    const first = lockBook(path, 'electron');
    expect(() => lockBook(path, 'cli')).toThrow(inUse('electron'));
    expect(readFileSync(`${path}.owner`, 'utf8')).toBe('electron');
    first.release();
    expect(existsSync(`${path}.owner`)).toBe(false);
    const second = lockBook(path, 'cli');
    expect(() => lockBook(path, 'electron')).toThrow(inUse('cli'));
    second.release();
  });

  it('refuses without a name when the owner has not written it', () => {
    const first = lockBook(path, 'electron');
    rmSync(`${path}.owner`);
    expect(() => lockBook(path, 'cli')).toThrow(inUse(''));
    first.release();
  });

  it('does not mind what a process that died has left', () => {
    writeFileSync(`${path}.owner`, 'loopback');
    writeFileSync(`${path}.lock`, '');
    const lock = lockBook(path, 'cli');
    expect(readFileSync(`${path}.owner`, 'utf8')).toBe('cli');
    lock.release();
  });

  it('holds by whatever link the book is reached', () => {
    writeFileSync(path, '');
    symlinkSync(path, join(dir, 'link.ballast'));
    const first = lockBook(path, 'electron');
    expect(() => lockBook(join(dir, 'link.ballast'), 'cli')).toThrow(expect.objectContaining({ code: 'book-in-use', params: { host: 'electron' } }));
    first.release();
  });

  it('of one book leaves another free', () => {
    const locks = [lockBook(path, 'cli'), lockBook(`${path}2`, 'cli')];
    for (const lock of locks) lock.release();
  });
});

describe('a folder where no lock can be made', () => {
  it('is said to be so, not that the book is in use', () => {
    mkdirSync(`${path}.lock`);
    expect(() => lockBook(path, 'test')).toThrow(expect.objectContaining({ code: 'not-writable' }));
  });
});
