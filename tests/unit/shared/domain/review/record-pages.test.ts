import { describe, expect, it } from 'vitest';
import { wordsFor } from '#core/documents/words.ts';
import type { ContentPage } from '#shared/domain/document/model.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { compareReviews } from '#shared/domain/review/compare-reviews.ts';
import type { ReviewFacts } from '#shared/domain/review/facts.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import { sectionKinds, type SectionKind } from '#shared/domain/review/record.ts';
import { reviewFacts, reviewItem, reviewPerson } from '#tests/builders/review-facts.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const deck = (change: Partial<ReviewFacts> = {}, language: 'en' | 'zh-CN' = 'en') => buildRecordDeck(reviewFacts(change), language, wordsFor(resourcesDir, language));

function page(section: SectionKind, change: Partial<ReviewFacts> = {}, language: 'en' | 'zh-CN' = 'en'): ContentPage {
  const found = deck(change, language).pages.find((one) => one.kind === 'content' && one.section === section);
  if (found?.kind !== 'content') throw new Error(`no page ${section}`);
  return found;
}

const said = (section: SectionKind, change: Partial<ReviewFacts> = {}): string => JSON.stringify(page(section, change));
const deciding = [
  reviewPerson('陈立新', { roles: ['decisionMaker', 'technical'], attitude: 1, lastOn: '2026-11-20' }), reviewPerson('苏敏', { roles: ['champion', 'user'], attitude: -1, lastOn: '2026-10-20', title: '数字化负责人' }),
];

describe('the pages of a review', () => {
  it('are a cover and one for each section that is shown, in their order, with what is said to it', () => {
    const sections = [
      { kind: 'results' as const, hidden: false, commentary: ' Line 3 ' }, { kind: 'agenda' as const, hidden: true, commentary: '' }, { kind: 'since' as const, hidden: false, commentary: '' },
    ];
    const { pages, title } = deck({ sections });
    expect(pages.map((one) => (one.kind === 'cover' ? 'cover' : one.section))).toEqual(['cover', 'results', 'since']);
    expect(pages[1]).toMatchObject({ commentary: 'Line 3' });
    expect(pages[2]).not.toHaveProperty('commentary');
    expect(title).toBe('恒岳重工集团, business review Q4 2026');
    expect(pages[0]).toMatchObject({ kind: 'cover', summary: [{ page: 2 }] });
  });

  it.each(['en', 'zh-CN'] as const)('say in %s all that can be empty, without a word missing', (language) => {
    const { pages } = deck({ people: [], figures: { ...reviewFacts().figures, nextSteps: [], nextStepCount: 0, lateCount: 0 } }, language);
    expect(pages).toHaveLength(sectionKinds.length + 1);
    expect(JSON.stringify(pages)).not.toMatch(/deck\.[a-z]/);
    for (const one of pages) if (one.kind === 'content') expect(one.headline, one.section).not.toBe('');
  });

  it('list agenda and participants of both sides', () => {
    const change = {
      items: [reviewItem('agenda', 'Results'), reviewItem('agenda', 'Plan')],
      participants: { people: [{ id: 'p', name: '陈立新', title: 'CIO' }], colleagues: [{ id: 'c', name: '林晓彤' }] },
    };
    expect(page('agenda', change).headline).toBe('2 points for 2 people');
    expect(page('agenda', change).blocks).toMatchObject([{ list: true, paragraphs: ['Results', 'Plan'] }, { paragraphs: ['陈立新, CIO', '林晓彤 (us)'] }]);
  });

  it('ask for decisions, and take the strategy from its own words', () => {
    expect(page('sought', { items: [reviewItem('sought', 'Release')] }).headline).toBe('We ask for one decision');
    const sections = [{ kind: 'strategy' as const, hidden: false, commentary: 'Cut downtime by a fifth\n\nThree plants by spring' }];
    expect(page('strategy', { sections })).toMatchObject({ headline: 'Cut downtime by a fifth', blocks: [{ paragraphs: ['Three plants by spring'] }] });
    expect(page('strategy', { sections })).not.toHaveProperty('commentary');
  });

  it('find the role that nobody holds, then who is quiet, then that all is well', () => {
    expect(page('relationships').headline).toBe('Nobody at the account is known yet');
    expect(page('relationships', { people: [reviewPerson('A', { roles: ['user'] })] }).headline).toBe('Not known yet: who decides, technical buyer, champion');
    expect(page('relationships', { people: deciding }).headline).toBe('One deciding person has been quiet for over 30 days');
    expect(page('relationships', { people: deciding.map((one) => ({ ...one, lastOn: '2026-11-22' })) }).headline).toBe('All deciding roles are known and heard');
  });

  it('show roles, attitude and last contact, those who decide first, and what is left out', () => {
    const many = [...Array.from({ length: 9 }, (_, n) => reviewPerson(`Z${n}`)), ...deciding];
    const [figures, table] = page('relationships', { people: many }).blocks;
    expect(figures).toMatchObject({ figures: [{ value: '11', ref: 'people.mapped' }, { value: '2', comparison: '4 of 4 roles', tone: 'good' }, { value: '1', comparison: '1 against' }, { value: '1', tone: 'risk' }] });
    expect(table).toMatchObject({ more: 'and 3 more' });
    expect(table?.kind === 'table' ? table.rows[1] : null).toEqual([
      { text: '苏敏', tone: 'strong' }, { text: 'Champion, User buyer' }, { text: 'Not in favour', tone: 'risk' }, { text: '20 Oct' },
    ]);
  });

  it('count named risks and late steps, and name nobody of theirs', () => {
    const change = { items: [reviewItem('risk', 'Module use fell')], people: deciding };
    expect(page('risks', change).headline).toBe('2 points need attention');
    expect(said('risks', change)).toContain('Module use fell');
    expect(said('risks', change)).toContain('致电苏敏');
    expect(said('risks', change)).not.toContain('Quiet');
  });

  it('hold decisions and actions', () => {
    const items = [reviewItem('decision', 'Release'), reviewItem('action', 'Name an owner', { owner: '陈立新', dueOn: '2026-12-10' }), reviewItem('action', 'Call')];
    expect(page('actions', { items }).headline).toBe('1 decision taken, 2 actions agreed');
    expect(page('actions', { items }).blocks[1]).toMatchObject({ rows: [[{ text: 'Name an owner' }, { text: '陈立新' }, { text: '10 Dec' }], [{ text: 'Call' }, { tone: 'quiet' }, { tone: 'quiet' }]] });
    expect(page('actions', { items: items.slice(1) }).blocks).toHaveLength(1);
  });
});

describe('since the last review', () => {
  const last = (presented: boolean): NonNullable<ReviewFacts['last']> => ({
    head: { ...reviewFacts().head, id: 'q3', period: { year: 2026, quarter: 3 }, heldOn: '2026-08-28' },
    items: [reviewItem('decision', 'Start line 3'), reviewItem('action', 'Name an owner', { owner: '高原', done: true }), reviewItem('action', 'Visit')],
    presented: presented ? { numbers: [{ id: 'orders.amount:current', measure: 'orders.amount', value: 70_000_000_000, window: { from: '2026-07-01', to: '2026-08-28' } }], people: [{ id: '苏敏', name: '苏敏' }, { id: 'x', name: 'Gone' }] } : null,
  });

  it('there is nothing before the first', () => {
    expect(compareReviews(reviewFacts())).toBeNull();
    expect(page('since').headline).toBe('This is the first review');
  });

  it.each([
    [[true], 'The one action agreed last time is done'], [[false], 'The one action agreed last time is still open'], [[true, true], 'All 2 actions agreed last time are done'],
    [[false, false], 'None of the 2 actions agreed last time is done yet'], [[], 'No actions were agreed last time'],
  ])('of actions done %j it finds: %s', (states, headline) => {
    const items = states.map((done, no) => reviewItem('action', `Action ${no}`, { done }));
    expect(page('since', { last: { ...last(true), items } }).headline).toBe(headline);
  });

  it('compares nothing that judges people', () => {
    expect(compareReviews(reviewFacts({ last: last(true), people: deciding }))?.numbers.map(({ number }) => number.id)).not.toContain('people.deciding');
  });

  it('says numbers then and now, what became of actions, who came and went', () => {
    const change = { last: last(true), people: deciding };
    const difference = compareReviews(reviewFacts(change));
    expect(difference).toMatchObject({ came: ['陈立新'], gone: ['Gone'], decisions: ['Start line 3'], actions: [{ done: true, owner: '高原' }, { done: false }] });
    expect(difference?.numbers[0]).toMatchObject({ before: 70_000_000_000, number: { id: 'orders.amount:current', value: 84_000_000_000 } });
    expect(difference?.numbers[1]).toMatchObject({ before: null });
    expect(page('since', change).headline).toBe('1 of 2 actions are done');
    expect(page('since', change).notes).toEqual(['Orders and interactions: then of 1 Jul – 28 Aug 2026, now of 1 Oct – 23 Nov 2026. People and next steps: on the day.']);
    expect(page('since', { last: last(false) }).notes).toEqual([]);
    expect(said('since', change)).toContain('Done: Name an owner (高原)');
    expect(said('since', change)).toContain('No longer there: Gone');
  });

  it('keeps actions but no numbers of one that was never presented', () => {
    expect(compareReviews(reviewFacts({ last: last(false), people: deciding }))).toMatchObject({ numbers: [], came: [], gone: [] });
    const { blocks: [first, ...others], internalNotes } = page('since', { last: last(false) });
    expect([first?.kind, others, internalNotes?.length]).toEqual(['text', [], 1]);
  });
});

describe('the numbers', () => {
  const numbers = numbersOf(reviewFacts({ people: deciding }));

  it('have each an id of their own, measure, day and rows', () => {
    expect(new Set(numbers.map(({ id }) => id)).size).toBe(numbers.length);
    expect(numbers.find(({ id }) => id === 'orders.marginRate:current')).toMatchObject({ unit: 'share', value: 2.9 / 8.4, rowCount: 12, asOf: '2026-11-23', rows: { kind: 'orders', from: '2026-10-01', to: '2026-11-23' } });
    expect(numbers.find(({ id }) => id === 'orders.product:1')).toMatchObject({ rowCount: 4, rows: { product: 'Sensor VX-200' } });
    expect(numbers.some(({ id }) => id === 'orders.productBefore:1')).toBe(false);
    expect(numbers.find(({ id }) => id === 'tasks.lateCount')).toMatchObject({ section: 'risks', value: 1, window: null });
  });
});
