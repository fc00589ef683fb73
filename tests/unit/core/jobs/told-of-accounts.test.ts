import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTodayHandlers } from '#core/features/today/handlers.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { reminderDesk } from '#tests/builders/reminder-desk.ts';

const TODAY = '2026-11-23';
const at = (day: string, time = '10:00'): number => instantInZone(day, time, 'Asia/Shanghai');
const ago = (days: number): number => at(addDays(TODAY, -days));
const signal = { signal: new AbortController().signal };

let made: FeatureBook;
beforeEach(() => { made = featureBook({ now: at(TODAY) }); });
afterEach(() => made.dispose());

/** What there was or is reason to tell of by the end of today. */
const told = (): string[] => reminderDesk(made.book, made.clock).scheduler.planned({ from: 0, to: at(addDays(TODAY, 1), '00:00') }).map(({ key }) => key);

describe('silences', () => {
  it('are told of those whom the page of today shows, under the same keys: what is planned is no contact yet', async () => {
    const quiet = made.fill((fill) => {
      const account = fill.account('Acme', { isKey: true });
      const [met, unmet] = ['Wang Lei', 'Su Min'].map((name) => fill.person(account, name, { keepInTouchDays: 20 }).personId);
      fill.interaction(account, { at: ago(40), personIds: met === undefined ? [] : [met] });
      fill.interaction(account, { at: at(addDays(TODAY, 1)), personIds: [met, unmet].flatMap((id) => id ?? []) });
      const calm = fill.account('Calm', { isKey: true });
      fill.interaction(calm, { at: ago(29) });
      // This afternoon's meeting counts: the day is planned with it.
      const visited = fill.account('Visited', { isKey: true });
      fill.interaction(visited, { at: ago(60) });
      fill.interaction(visited, { at: at(TODAY, '15:00') });
      made.book.db.prepare("INSERT INTO person (id, name, keep_in_touch_days, created_at) VALUES ('gone', 'Gone', 5, 0)").run();
      return account;
    });
    const { sections } = await createTodayHandlers(made.deps).read({}, signal);
    const shown = sections.flatMap(({ section, rows }) => (section === 'atRisk' || section === 'hearFromUs' ? rows.map(({ key }) => key) : []));
    expect(shown).toHaveLength(3);
    expect(shown).toContain(`quiet:${quiet}:${ago(40)}`);
    expect(told().toSorted()).toEqual(shown.toSorted());
  });

  it('end when what was planned has come', () => {
    const account = made.fill((fill) => {
      const id = fill.account('Acme', { isKey: true });
      fill.interaction(id, { at: ago(40) });
      fill.interaction(id, { at: at(addDays(TODAY, 1), '09:00') });
      return id;
    });
    expect(told()).toEqual([`quiet:${account}:${ago(40)}`]);
    made.clock.ms = at(addDays(TODAY, 1), '00:00');
    expect(told()).toEqual([]);
  });
});

describe('reviews', () => {
  it('are told of until they are presented', () => {
    const review = made.fill((fill) => fill.review(fill.account('Acme'), '2026-11-25'));
    expect(told()).toEqual([10, 5, 2].map((days) => `review:${review}:2026-11-25:${days}`));
    made.book.write({ kind: 'user', verb: 'review.freeze', params: {} }, () => made.book.db.prepare('UPDATE review SET frozen_at = 1').run());
    expect(told()).toEqual([]);
  });
});
