import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { readCommand } from '#electron/cli/command.ts';
import { complain } from '#electron/cli/complaint.ts';
import { lastQuarter } from '#electron/cli/make-review.ts';
import { fill, wordsFor } from '#electron/cli/words.ts';
import { runtimeProblem } from '#core/check-runtime.ts';
import { errorTable } from '#shared/contract/errors.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';

describe('readCommand', () => {
  it.each([
    [['new', 'b.ballast', '--title', 'My book', '--time-zone=UTC'], { name: 'new', book: 'b.ballast', title: 'My book', timeZone: 'UTC' }],
    [['sync', 'b', '/shared'], { name: 'sync', book: 'b', folder: '/shared' }],
    [['new', 'b', '--sample', '--seed', '7', '--today', '2026-11-23'], { name: 'new', sample: true, seed: 7, today: '2026-11-23' }],
    [['import', 'b', 'f.csv', '--as', 'orders', '--dry-run'], { name: 'import', book: 'b', file: 'f.csv', kind: 'orders', dryRun: true }],
    [['import', 'b', '--as', 'people', 'f.csv', '--mapping', 'm.json'], { name: 'import', kind: 'people', mapping: 'm.json', dryRun: false }],
    [['ics', 'b', 'days.ics'], { name: 'ics', book: 'b', out: 'days.ics' }],
    [['review', 'b', 'Acme', '--out', 'r.pptx', '--period', '1998-Q2'], { name: 'review', account: 'Acme', out: 'r.pptx', period: '1998-Q2', quick: false }],
    [['review', 'b', 'Acme', '--quick', '--out', 'r.pptx'], { name: 'review', quick: true }],
    [['call', 'b', 'accounts.file', '{"id":"x"}'], { name: 'call', procedure: 'accounts.file', input: { id: 'x' } }],
    [['call', 'b', 'book.status'], { name: 'call', input: undefined }],
    [['sql', 'b', 'SELECT 1'], { name: 'sql', query: 'SELECT 1' }],
    [['procedures'], { name: 'procedures' }],
    [['verify', 'b'], { name: 'verify', book: 'b' }],
  ])('understands %j', (argv, command) => expect(readCommand(argv)).toMatchObject(command));

  it.each([
    [[], undefined], [['frobnicate'], 'frobnicate'], [['constructor'], 'constructor'], [['new'], 'BOOK'], [['import', 'b'], 'FILE'], [['sync', 'b'], 'FOLDER'], [['import', 'b', 'f'], '--as'], [['review', 'b', 'a'], '--out'], [['ics', 'b'], 'FILE'],
    [['new', 'b', '--seed', '7'], '--seed'], [['new', 'b', '--today', '2026-11-23'], '--today'], [['new', 'b', '--sample', '--seed', 'x'], '--seed'], [['new', 'b', '--sample', '--today', '2026-02-30'], '--today'],
    [['verify', 'b', 'more'], 'more'], [['verify', 'b', '--loud'], '--loud'], [['call', 'b', 'p', '{'], 'JSON'], [['sql', 'b'], 'QUERY'],
  ])('names what is wrong with %j', (argv, part) => {
    expect(() => readCommand(argv)).toThrow(expect.objectContaining({ code: 'usage', where: part === undefined ? undefined : { field: part } }));
  });
});

describe('complain', () => {
  const en = wordsFor({ LANG: 'en_US.UTF-8' });
  const zh = wordsFor({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en' });

  it('words each error of the contract in both languages, with no gap left open', () => {
    for (const words of [en, zh]) {
      for (const code of Object.keys(errorTable)) {
        const { message } = complain(new CodedError(code, { params: { program: 'OneDrive', format: '.xls', sheet: 'S' } }), words);
        expect(message).not.toContain(code);
        expect(message).not.toContain('{{');
        expect(message.length).toBeGreaterThan(10);
      }
    }
    expect(complain(new CodedError('no-book'), zh).message).toMatch(/\p{Script=Han}/u);
  });

  it('keeps code and place, whether the error comes from below or through the contract', () => {
    const where = { file: 'f.csv', row: 7 };
    expect(complain(new CodedError('encoding-not-supported', { where }), en)).toMatchObject({ code: 'encoding-not-supported', where });
    expect(complain(new ORPCError('encoding-not-supported', { defined: true, status: 422, data: { where } }), en)).toMatchObject({ code: 'encoding-not-supported', where });
  });

  it('names the field that the contract refuses', () => {
    const error = new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['filter', 'text'], message: 'too long' }] } });
    expect(complain(error, en)).toMatchObject({ code: 'invalid-value', where: { field: 'filter.text' }, message: expect.stringContaining('(too long)') });
  });

  it('shows the commands where the line cannot be understood', () => {
    expect(complain(new CodedError('usage', { where: { field: '--as' } }), en).message).toMatch(/at --as[^]*import BOOK FILE --as[^]*verify BOOK/);
  });

  it('says where a book is in use and how to get there', () => {
    const inUse = (host: string, words = en) => complain(new CodedError('book-in-use', { where: { path: '/b' }, params: { host } }), words);
    expect(inUse('electron')).toEqual({ code: 'book-in-use', message: expect.stringMatching(/in the Ballast program\. .*start Ballast again/), where: { path: '/b' } });
    expect(inUse('loopback').message).toMatch(/in a browser\. .*starting Ballast again/);
    expect(inUse('cli').message).toMatch(/^Another command/);
    for (const host of ['', 'constructor', 'other']) expect(inUse(host).message).toMatch(/^This book is already open\. /);
    expect(inUse('electron', zh).message).toContain('压舱石程序已打开这本客户簿');
  });

  it('calls what nobody foresaw an internal error', () => {
    expect(complain(new Error('boom'), en)).toEqual({ code: 'internal-error', message: expect.stringContaining('boom'), where: {} });
  });
});

describe('small parts', () => {
  it('fills the gaps it has values for', () => expect(fill('{{a}} of {{b}} {{constructor}}', { a: 1 })).toBe('1 of {{b}} {{constructor}}'));

  it.each([['2026-11-23', 2026, 3], ['2026-01-05', 2025, 4], ['2026-04-01', 2026, 1], ['2026-12-31', 2026, 3]])('on %s the last quarter over is %i Q%i', (today, year, quarter) => {
    expect(lastQuarter(today)).toEqual({ year, quarter });
  });

  it('says what to do where Node is too old for the database', () => {
    expect(runtimeProblem({ napi: '9', node: '20.19.0' })).toMatch(/20\.19\.0.*npm/s);
    expect(runtimeProblem({ napi: '10', node: '24.0.0' })).toBeNull();
    expect(runtimeProblem({})).not.toBeNull();
  });
});
