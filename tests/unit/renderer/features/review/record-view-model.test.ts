import { describe, expect, it } from 'vitest';
import type { Deck } from '#shared/domain/document/model.ts';
import { checkReview } from '#shared/domain/review/check-review.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import { daysTo, groupChecks, linesOf, numbersOn, ownNumbers, pageOfSection, refsOf, sectionOfPage } from '#renderer/features/review/record-view-model.ts';
import { reviewFacts } from '#tests/builders/review-facts.ts';

const cell = (text: string, ref?: string) => ({ text, ...(ref === undefined ? {} : { ref }) });
const deck: Deck = {
  version: 1, language: 'en', title: '', account: '', author: '', pages: [
    { kind: 'cover', title: '', alias: null, subtitle: '', period: '', prepared: '', summary: [] },
    {
      kind: 'content', section: 'nextSteps', headline: '', explanation: '', notes: [], source: '', blocks: [
        { kind: 'table', description: '', columns: [], more: null, rows: [[cell('a'), cell('b', 'orders.count:current')], [cell('c', 'orders.count:current')]] },
        { kind: 'figures', figures: [{ label: '', value: '', comparison: null, tone: 'plain', ref: 'people.mapped' }, { label: '', value: '', comparison: null, tone: 'plain' }] },
      ],
    },
  ],
};

describe('a page', () => {
  const numbers = numbersOf(reviewFacts());

  it('names the numbers it shows once, and those of its section besides', () => {
    expect(refsOf(deck.pages[1])).toEqual(['orders.count:current', 'people.mapped']);
    expect(numbersOn(deck.pages[1], numbers).map(({ id }) => id)).toEqual(['orders.count:current', 'people.mapped', 'tasks.openCount']);
    expect([refsOf(deck.pages[0]), numbersOn(deck.pages[0], numbers), numbersOn(undefined, numbers)]).toEqual([[], [], []]);
  });

  it('is found by its section, and its section by it', () => {
    expect([pageOfSection(deck, 'nextSteps'), pageOfSection(deck, 'since')]).toEqual([1, -1]);
    expect([sectionOfPage(deck.pages[1]), sectionOfPage(deck.pages[0])]).toEqual(['nextSteps', null]);
  });

  it('lists first the numbers of its own days', () => {
    const own = ownNumbers(numbers, '2026-10-01').map(({ id }) => id);
    expect(own).toContain('orders.amount:current');
    expect(own).toContain('people.mapped');
    expect(own).not.toContain('orders.amount:lastYear');
  });

  it('has lines where lines are written on it', () => {
    expect([linesOf('actions'), linesOf('results'), linesOf(null)]).toEqual([['decision', 'action'], [], []]);
  });
});

describe('checks', () => {
  const { checks } = checkReview(reviewFacts());

  it('come by the day they are due, what is open first', () => {
    const groups = groupChecks(checks, '2026-11-23');
    expect(groups.map(({ ahead, dueOn, missing }) => [ahead, dueOn, missing])).toEqual([[10, '2026-11-23', true], [5, '2026-11-28', false], [2, '2026-12-01', false]]);
    for (const { checks: each } of groups) expect(each.map(({ state }) => state === 'done')).toEqual(each.map(({ state }) => state === 'done').toSorted());
  });

  it('days to the meeting are negative when it is over', () => expect([daysTo('2026-12-03', '2026-11-23'), daysTo('2026-11-22', '2026-11-23')]).toEqual([10, -1]));
});
