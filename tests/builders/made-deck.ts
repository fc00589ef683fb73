import type { Deck } from '#shared/domain/document/model.ts';

/** A document with every kind of block, in both languages, with what is said to it and rows behind it. */
export function madeDeck(change: Partial<Deck> = {}): Deck {
  return {
    version: 1, language: 'en', title: 'Review & plan', account: '恒岳重工集团', author: 'Lin Xiaotong',
    pages: [
      { kind: 'cover', title: '恒岳重工集团', alias: 'Hengyue', subtitle: 'Business review Q4 2026', period: '1 Oct – 23 Nov 2026', prepared: 'Prepared by Lin Xiaotong', summary: [{ page: 2, text: 'Revenue is above last year' }] },
      {
        kind: 'content', section: 'results', topic: 'Results: 2026/Q4', headline: 'Revenue is above last year', explanation: 'Against the same days', source: 'Source: 12 lines', notes: ['A note'],
        commentary: 'Begin with <the trial>.\n\n再谈扩展。',
        blocks: [
          { kind: 'figures', figures: [{ label: 'Revenue', value: '¥8.4M', comparison: '+12.0%', tone: 'good', number: { value: 8.4, format: 'plain', digits: 1 } }, { label: 'Tickets', value: 'none', comparison: null, tone: 'quiet' }] },
          { kind: 'bars', mark: 'lines', title: 'Revenue, ¥M', description: 'Revenue by month', direction: 'up', categories: ['Oct', 'Nov'], series: [{ name: 'Last year', role: 'lastYear', values: [4, 3.5] }, { name: 'Now', role: 'now', values: [6.1, 0] }], digits: 2, unfinishedAt: 1 },
          {
            kind: 'table', description: 'Products', more: 'and 3 more', columns: [{ title: 'Product', align: 'left', share: 0.6, lines: 1 }, { title: 'Share', align: 'right', share: 0.4, lines: 1 }],
            rows: [[{ text: '=炉线 & <Co>', tone: 'strong' }, { text: '50.0%', number: { value: 0.5, format: 'percent', digits: 1 } }], [{ text: 'Margin' }, { text: '−0.9 pp', tone: 'risk', number: { value: -0.9, format: 'points', digits: 1 } }], [{ text: 'None' }, { text: '–', tone: 'quiet' }]],
          },
        ],
      },
      {
        kind: 'content', headline: 'What was agreed', explanation: 'In words', source: 'Source: minutes', notes: [],
        blocks: [{ kind: 'text', heading: 'Agreed', list: true, paragraphs: ['先在二号炉线验证', 'Sign in December'] }, { kind: 'notice', text: 'Nothing else was agreed.' }],
      },
    ],
    sheets: [{
      title: 'Results: 2026/Q4', columns: [{ title: 'Day', kind: 'date' }, { title: 'Product', kind: 'text' }, { title: 'Amount', kind: 'money' }, { title: 'Share', kind: 'percent' }],
      rows: [['2026-11-20', '@炉线', 12_345_600, 0.25], ['--05-12', null, null, null]],
    }],
    ...change,
  };
}
