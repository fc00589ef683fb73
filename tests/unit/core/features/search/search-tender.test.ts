import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { SearchTender } from '#core/features/search/search-tender.ts';
import { searchIsBehind } from '#core/measures/search-changes.ts';
import { featureBook } from '#tests/builders/feature-book.ts';

const log = { error: vi.fn(), info: vi.fn(), warn: vi.fn() };

it('reads what was written once nobody writes any more, and nothing of a book that was closed', async () => {
  const t = featureBook();
  try {
    const tender = new SearchTender({ current: t.deps.current, log });
    t.fill((fill) => { const id = fill.account('A'); for (let n = 0; n < 700; n += 1) fill.task(id, `T ${n}`); });
    tender.wake();
    expect(searchIsBehind(t.book.db)).toBe(true);
    await vi.waitFor(() => expect(searchIsBehind(t.book.db)).toBe(false), 10_000);
    t.fill((fill) => fill.account('B'));
    tender.wake();
    tender.stop();
    await pause(400);
    expect(searchIsBehind(t.book.db)).toBe(true);
    tender.wake();
    t.deps.current.set(null);
    await pause(400);
    expect(searchIsBehind(t.book.db)).toBe(true);
    expect(log.error).not.toHaveBeenCalled();
  } finally {
    t.dispose();
  }
});
