import type { ReviewFacts } from '#shared/domain/review/facts.ts';
import { itemKinds, sectionKinds } from '#shared/domain/review/record.ts';
import { reviewFacts, reviewItem, reviewPerson } from './review-facts.ts';
import { reviewFigures } from './review-figures.ts';

/** A text that breaks what is careless: marks of XML, a formula, halves of pairs, control characters, both scripts, and long. */
export const HARD_TEXT = `=SUM(A1)<b>&amp;"'\u0000\u0008\uffff\ud800 𠮷👨‍👩‍👧 ${'炉线改造 retrofit of the line '.repeat(120)}end`;

const NOTHING = { amount: 0, margin: null, orders: 0, lines: 0 };

const none = (): ReviewFacts => reviewFacts({
  figures: reviewFigures({
    account: { id: 'a', name: '恒岳重工集团', alias: null }, preparedBy: null, current: NOTHING, lastQuarter: NOTHING, lastYear: NOTHING,
    months: [{ month: '2026-10', amount: 0, lastQuarter: 0, lastYear: 0 }, { month: '2026-11', amount: 0, lastQuarter: 0, lastYear: 0 }],
    products: [], productCount: 0, latestOrderOn: null, interactions: [], interactionCount: 0, decisionCount: 0, peopleCount: 0, nextSteps: [], nextStepCount: 0, lateCount: 0,
  }),
});

/** `count` of all that a section can list, as the book would answer: figures read no more than their room, but count all. */
function listing(count: number, text: (no: number) => string): ReviewFacts {
  const some = <T>(room: number, make: (no: number) => T): T[] => Array.from({ length: Math.min(count, room) }, (_, no) => make(no));
  const all = <T>(make: (no: number) => T): T[] => some(count, make);
  const amount = count * 10_000;
  const figure = { amount, margin: amount / 2, orders: count, lines: count };
  const people = all((no) => reviewPerson(text(no), { personId: `p${no}`, title: text(no), roles: ['champion', 'user', 'technical', 'decisionMaker'], attitude: no % 5 - 2, lastOn: no % 2 === 0 ? null : '2026-01-05' }));
  return reviewFacts({
    sections: sectionKinds.map((kind) => ({ kind, hidden: false, commentary: all(text).slice(0, 40).join('\n') })),
    items: itemKinds.flatMap((kind) => all((no) => reviewItem(kind, text(no), kind === 'action' ? { owner: text(no), dueOn: '2026-12-10' } : null))),
    participants: { people: all((no) => ({ id: `p${no}`, name: text(no), title: text(no) })), colleagues: all((no) => ({ id: `c${no}`, name: text(no) })) },
    people,
    figures: reviewFigures({
      account: { id: 'a', name: text(0), alias: text(0) }, preparedBy: text(0), current: figure, lastQuarter: figure, lastYear: figure,
      months: [{ month: '2026-10', amount, lastQuarter: amount, lastYear: amount }, { month: '2026-11', amount: 0, lastQuarter: 0, lastYear: 0 }],
      products: some(8, (no) => ({ name: text(no), amount: 10_000, lastYear: 10_000, share: 1 / count, lines: 1, linesBefore: 1 })), productCount: count,
      interactions: some(12, (no) => ({ at: Date.UTC(2026, 10, 20) - no, date: '2026-11-20', kind: 'meeting' as const, summary: text(no), decisions: text(no), people: [text(no)] })),
      interactionCount: count, decisionCount: count, peopleCount: count,
      nextSteps: some(20, (no) => ({ title: text(no), owner: text(no), dueOn: '2026-11-01', late: true })), nextStepCount: count, lateCount: count,
      otherCurrencies: [{ currency: 'USD', amount }, { currency: 'JPY', amount }],
    }),
    last: {
      head: { ...reviewFacts().head, id: 'before', period: { year: 2026, quarter: 3 }, heldOn: '2026-08-28' },
      items: [...all((no) => reviewItem('decision', text(no))), ...all((no) => reviewItem('action', text(no), { done: no % 2 === 0 }))],
      presented: { numbers: [{ id: 'orders.amount:current', measure: 'orders.amount', value: 1, window: null }], people: all((no) => ({ id: `gone${no}`, name: text(no) })) },
    },
  });
}

/** A review whose every section has nothing, one row, far more rows than a page, or rows far longer than a line. */
export const reviewSizes: Record<'none' | 'one' | 'many' | 'long', () => ReviewFacts> = {
  none,
  one: () => listing(1, () => 'Only one'),
  many: () => listing(600, (no) => `Row ${no + 1}`),
  long: () => listing(40, (no) => `${no + 1} ${HARD_TEXT}`),
};
