import type { ReviewFigures } from '#shared/domain/review/model.ts';

const yuan = (amount: number): number => amount * 10_000;

/** Plausible figures of a running quarter; a test overrides what it is about. */
export function reviewFigures(change: Partial<ReviewFigures> = {}): ReviewFigures {
  return {
    account: { id: 'a', name: '恒岳重工集团', alias: 'Hengyue Heavy Industries' },
    period: { year: 2026, quarter: 4 },
    currency: 'CNY',
    from: '2026-10-01', to: '2026-11-23', unfinished: true, asOf: '2026-11-23', today: '2026-11-23',
    preparedBy: 'Lin Xiaotong',
    current: { amount: yuan(8_400_000), margin: yuan(2_900_000), orders: 4, lines: 12 },
    lastQuarter: { amount: yuan(10_500_000), margin: yuan(3_500_000), orders: 5, lines: 16 },
    lastYear: { amount: yuan(7_500_000), margin: yuan(2_600_000), orders: 3, lines: 9 },
    comparedWith: { lastQuarter: { from: '2026-07-01', to: '2026-08-23' }, lastYear: { from: '2025-10-01', to: '2025-11-23' } },
    months: [
      { month: '2026-10', amount: yuan(6_100_000), lastQuarter: yuan(5_500_000), lastYear: yuan(4_000_000) },
      { month: '2026-11', amount: yuan(2_300_000), lastQuarter: yuan(5_000_000), lastYear: yuan(3_500_000) },
    ],
    products: [
      { name: '炉线改造', amount: yuan(4_200_000), lastYear: yuan(3_000_000), share: 0.5, lines: 6, linesBefore: 4 },
      { name: 'Sensor VX-200', amount: yuan(3_000_000), lastYear: 0, share: 3 / 8.4, lines: 4, linesBefore: 0 },
    ],
    productCount: 3,
    latestOrderOn: '2026-11-12',
    interactions: [
      { at: Date.UTC(2026, 10, 20, 2), date: '2026-11-20', kind: 'meeting', summary: '季度指导会', decisions: '先在二号炉线验证', people: ['陈立新', '林晓彤'] },
      { at: Date.UTC(2026, 10, 3, 2), date: '2026-11-03', kind: 'call', summary: 'Spare-part terms', decisions: '', people: [] },
    ],
    interactionCount: 2, decisionCount: 1, peopleCount: 1,
    nextSteps: [
      { title: '致电苏敏', owner: 'Lin Xiaotong', dueOn: '2026-11-21', late: true },
      { title: 'Send the offer', owner: null, dueOn: '2026-12-03', late: false },
      { title: 'Visit', owner: '高原', dueOn: null, late: false },
    ],
    nextStepCount: 3, lateCount: 1,
    otherCurrencies: [],
    ...change,
  };
}
