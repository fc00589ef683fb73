import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuplicateFinder } from '#core/features/duplicates/duplicate-finder.ts';
import { findDuplicates, type DuplicatePairs } from '#core/features/duplicates/find-duplicates.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

let made: FeatureBook;
beforeEach(() => {
  made = featureBook();
});
afterEach(() => made.dispose());

const never = (): AbortSignal => new AbortController().signal;

/** The same search in one go. */
function atOnce(): DuplicatePairs {
  const work = findDuplicates(made.book.db);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

function fillMany(accounts = 1_300): void {
  made.fill((fill) => {
    for (let n = 0; n < accounts; n += 1) {
      const id = fill.account(`Company ${n % 900} Works`);
      for (let p = 0; p < 4; p += 1) fill.person(id, `Given${p} Family${n}`, { email: `p${p}@company${n % 600}.example` });
    }
  });
}

/** How often others have their turn until the work is done. */
async function turnsUntil(work: Promise<unknown>): Promise<number> {
  const seen = { done: false };
  let turns = 0;
  void work.finally(() => { seen.done = true; }).catch(() => undefined);
  for (; !seen.done; turns += 1) await setImmediate();
  return turns;
}

describe('DuplicateFinder', () => {
  it('gives way while it looks, and finds what a search in one go finds', async () => {
    fillMany();
    const expected = atOnce();
    const finding = new DuplicateFinder(made.deps.current, 1).find(made.book, never());
    const turns = await turnsUntil(finding);
    expect(await finding).toEqual(expected);
    expect(expected.account.length).toBeGreaterThan(100);
    expect(expected.person.length).toBeGreaterThan(100);
    expect(turns).toBeGreaterThan(8);
  }, 60_000);

  it('looks once for all who ask, and not again until something was written', async () => {
    fillMany(50);
    const finder = new DuplicateFinder(made.deps.current);
    const [one, other] = await Promise.all([finder.find(made.book, never()), finder.find(made.book, never())]);
    expect(other).toBe(one);
    expect(await finder.find(made.book, never())).toBe(one);
    made.fill((fill) => fill.account('One more'));
    expect(await finder.find(made.book, never())).not.toBe(one);
  });

  it('takes in what is written while it looks', async () => {
    fillMany();
    const finding = new DuplicateFinder(made.deps.current).find(made.book, never());
    await setImmediate();
    await setImmediate();
    made.fill((fill) => {
      for (let n = 0; n < 2; n += 1) fill.account('Aaa first of all');
    });
    expect(await finding).toEqual(atOnce());
  }, 60_000);

  it('ends when nobody waits for it any more, and when the book is closed', async () => {
    fillMany();
    const finder = new DuplicateFinder(made.deps.current);
    const [left, right] = [new AbortController(), new AbortController()];
    const [first, second] = [finder.find(made.book, left.signal), finder.find(made.book, right.signal)];
    left.abort();
    await expect(first).rejects.toThrow('aborted');
    expect((await second).account.length).toBeGreaterThan(100);
    made.fill((fill) => fill.account('One more'));
    const third = finder.find(made.book, left.signal);
    await expect(third).rejects.toThrow('aborted');
    const fourth = finder.find(made.book, never());
    await setImmediate();
    made.deps.current.set(null);
    await expect(fourth).rejects.toMatchObject({ code: 'no-book' });
  }, 60_000);

  it('tells how far it is, of all it goes through, and ends with the search', async () => {
    fillMany();
    const finder = new DuplicateFinder(made.deps.current, 1);
    const list = finder.find(made.book, never());
    const seen: { done: number; total: number }[] = [];
    for await (const one of finder.watch(made.book, never())) seen.push(one);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(({ total }) => total))).toEqual(new Set([1_300 * 5]));
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(seen.at(-1)?.done).toBeLessThanOrEqual(1_300 * 5);
    expect((await list).account.length).toBeGreaterThan(100);
    for await (const one of finder.watch(made.book, never())) expect.unreachable(String(one.done));
  }, 60_000);

  it('leaves the search to those who wait when only the one that watched goes away', async () => {
    fillMany();
    const finder = new DuplicateFinder(made.deps.current, 1);
    const list = finder.find(made.book, never());
    const leaving = new AbortController();
    await expect((async () => {
      for await (const { total } of finder.watch(made.book, leaving.signal)) if (total > 0) leaving.abort();
    })()).rejects.toThrow('aborted');
    expect((await list).person.length).toBeGreaterThan(100);
  }, 60_000);
});
