import { beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '#core/documents/words.ts';
import { presented } from '#shared/domain/document/presented.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { checkReview } from '#shared/domain/review/check-review.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import type { ReviewRows } from '#shared/domain/review/rows.ts';
import type { ReviewView } from '#renderer/features/review/api.ts';
import { CheckPanel } from '#renderer/features/review/CheckPanel.tsx';
import { NumberRows } from '#renderer/features/review/NumberRows.tsx';
import { PageView } from '#renderer/features/review/PageView.tsx';
import { ReviewPage } from '#renderer/features/review/ReviewPage.tsx';
import { ReviewsPanel } from '#renderer/features/review/ReviewsPanel.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { reviewFacts, reviewItem, reviewPerson } from '#tests/builders/review-facts.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const facts = reviewFacts({
  items: [reviewItem('risk', 'Module use fell'), reviewItem('decision', 'Release'), reviewItem('action', 'Name an owner', { owner: '陈立新', dueOn: '2026-12-10' })],
  people: [reviewPerson('陈立新', { roles: ['decisionMaker'], attitude: 1, lastOn: '2026-11-20', title: 'CIO' }), reviewPerson('苏敏', { roles: ['champion'] })],
  participants: { people: [{ id: 'p', name: '陈立新', title: 'CIO' }], colleagues: [{ id: 'c1', name: '林晓彤' }] },
});

const view = (language: 'en' | 'zh-CN', frozenAt: number | null = null): ReviewView => ({
  head: { ...facts.head, language, frozenAt }, sections: facts.sections, items: facts.items, participants: facts.participants, deck: buildRecordDeck(facts, language, wordsFor(resourcesDir, language)),
  numbers: numbersOf(facts), readiness: checkReview(facts), today: '2026-11-23', window: { from: '2026-10-01', to: '2026-11-23' }, currency: 'CNY',
});

const nothing = () => undefined;
const page = <ReviewPage reviewId="r" accountId="a" onBack={nothing} onPeople={nothing} onLog={nothing} />;

function know(drawing: Drawing, shown: ReviewView): void {
  drawing.know((api) => ({ key: api.reviews.get.queryKey({ input: { id: 'r' } }), data: shown }));
  drawing.know((api) => ({ key: api.people.list.queryKey({ input: { accountId: 'a' } }), data: [] }));
  drawing.know((api) => ({ key: api.people.colleagues.queryKey(), data: [] }));
  drawing.know((api) => ({ key: api.reviews.templates.queryKey(), data: [] }));
}

describe('the preparation of a review', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
    know(drawing, view('en'));
  });

  it('shows whose it is, when, and that its numbers still move', () => {
    const text = drawing.text(page);
    expect(text).toContain('恒岳重工集团, Q4 review 3 Dec 2026 · in 10 days · Period 1 Oct – 23 Nov 2026');
    expect(text).toContain('Numbers are live until you freeze them');
    expect(text).toContain('Freeze and present');
  });

  it('numbers the sections and says in words how far each is', () => {
    const html = drawing.html(page);
    expect(drawing.text(page)).toContain('Sections 7 pages Title 1 Agenda 2 Decisions sought 3 Results 4 Value delivered');
    expect(html.match(/draggable="true"/g)).toHaveLength(11);
    expect(html).toContain('aria-label="partly done"');
    expect(html).toContain('aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"');
  });

  it('opens on the results, with their own numbers and the rows behind each', () => {
    const text = drawing.text(page);
    expect(text).toContain('Numbers on this page');
    expect(text).toContain('CNY 8.4M Revenue 1 Oct – 23 Nov 2026 12 order lines');
    expect(text).not.toContain('1 Jul – 23 Aug 2026 16 order lines');
    expect(drawing.html(page)).toContain('aria-label="Revenue: show 12 order lines"');
  });

  it('offers neither moving nor freezing once it was presented', async () => {
    const other = await createDrawing('en');
    know(other, view('en', Date.UTC(2026, 11, 3, 2)));
    const html = other.html(page);
    expect(other.text(page)).toContain('Frozen 3 Dec, 10:00');
    expect(other.text(page)).toContain('No commentary');
    expect(html).not.toContain('draggable="true"');
    expect(other.text(page)).not.toContain('Freeze and present');
    expect(other.missing).toEqual([]);
  });

  it('lists what is missing by the day it is due, done things last and without a button', () => {
    const text = drawing.text(<CheckPanel readiness={checkReview(facts)} today="2026-11-23" frozen={false} onGo={nothing} />);
    expect(text).toContain('Missing now 10 days ahead');
    expect(text).toContain('By 28 Nov 5 days ahead Deciding roles missing technical buyer, user buyer Map Quiet for over 30 days 苏敏 Log 2 steps lack owner or date See');
    expect(text).toContain('By 1 Dec 2 days ahead');
    expect(text).toMatch(/Misses and risks, 1 (?!Draft)/);
  });

  it('draws every page; a number is a button only where its rows can be opened', () => {
    const { deck } = view('en');
    for (const at of deck.pages.keys()) expect(drawing.text(<PageView deck={deck} at={at} />), String(at)).not.toBe('');
    const results = drawing.html(<PageView deck={deck} at={3} onNumber={nothing} />);
    expect(results.match(/<button/g)).toHaveLength(18);
    expect(results).toContain('data-unfinished="true"');
    expect(drawing.html(<PageView deck={deck} at={3} />)).not.toContain('<button');
    expect(drawing.html(<PageView deck={deck} at={99} />)).not.toContain('<h2');
    expect(results.match(/<tr data-internal="true"/g)).toHaveLength(2);
    expect(results.match(/data-number="true"/g)).toHaveLength(30);
    expect(drawing.html(<PageView deck={presented(deck)} at={3} />)).not.toContain('Margin');
    expect(drawing.text(page)).toContain('neither presented nor exported');
  });

  it.each<[ReviewRows, string]>([
    [{ kind: 'interactions', rows: [{ id: 'i', date: '2026-11-20', kind: 'meeting', summary: 'Steering', decisions: '', people: ['陈立新', 'Lin'] }] }, 'Date Subject Decisions People 20 Nov 2026 Steering Meeting – 陈立新 · Lin'],
    [{ kind: 'tasks', rows: [{ id: 't', title: 'Send', owner: null, dueOn: null, late: false }] }, 'Next step Owner Due Send Nobody yet No date'],
    [{ kind: 'people', rows: facts.people }, 'Person Role Attitude Last heard 陈立新 CIO Decision maker Supporter 20 Nov 2026 苏敏 Champion – Never'],
  ])('rows of %o', (rows, said) => {
    expect(drawing.text(<NumberRows rows={rows} />)).toBe(said);
  });

  it('says how many rows it leaves out', () => {
    const rows = Array.from({ length: 501 }, (_, n) => ({ id: `${n}`, title: 'Send', owner: 'x', dueOn: '2026-11-20', late: true }));
    expect(drawing.text(<NumberRows rows={{ kind: 'tasks', rows }} />)).toContain('The first 500 of 501 rows');
  });

  it('has words for all of it', () => expect(drawing.missing).toEqual([]));
});

describe('the reviews of an account', () => {
  const row = { ...facts.head, decisions: 2, actions: 3, actionsDone: 1 };

  it('stand by whether they are to come or were held', async () => {
    const drawing = await createDrawing('en');
    drawing.know((api) => ({ key: api.reviews.list.queryKey({ input: { accountId: 'a' } }), data: [row, { ...row, id: 'q', heldOn: '2026-08-28', place: 'Wuxi', rating: 4, frozenAt: 1 }] }));
    const text = drawing.text(<ReviewsPanel accountId="a" onOpen={nothing} onNew={nothing} />);
    expect(text).toContain('To come New review Q4 2026 3 Dec 2026 in 10 days · 2 decisions · 1 of 3 actions done');
    expect(text).toContain('Held Q4 2026 28 Aug 2026, Wuxi 2 decisions · 1 of 3 actions done');
    expect(text).toContain('4 of 5');
  });

  it('say what will be here while there are none', async () => {
    const drawing = await createDrawing('zh-CN');
    drawing.know((api) => ({ key: api.reviews.list.queryKey({ input: { accountId: 'a' } }), data: [] }));
    expect(drawing.text(<ReviewsPanel accountId="a" onOpen={nothing} onNew={nothing} />)).toContain('这里会列出该客户的复盘');
  });
});

it('the preparation in Chinese has words for all of it', async () => {
  const drawing = await createDrawing('zh-CN');
  know(drawing, view('zh-CN'));
  const text = drawing.text(page);
  expect(text).toContain('恒岳重工集团，第 4 季度复盘');
  expect(text).toContain('汇报准备');
  expect(drawing.missing).toEqual([]);
});
