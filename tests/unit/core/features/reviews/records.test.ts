import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deck } from '#shared/domain/document/model.ts';
import { presented } from '#shared/domain/document/presented.ts';
import { createHistoryHandlers } from '#core/features/history/handlers.ts';
import { deletePosition } from '#core/features/people/write-contact.ts';
import type { ContentPage } from '#shared/domain/document/model.ts';
import { sectionKinds } from '#shared/domain/review/record.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { reviewHandlers } from '#tests/builders/review-handlers.ts';

const signal = { signal: { aborted: false, throwIfAborted() {}, addEventListener() {} } };
const Q4 = { year: 2026, quarter: 4 };
const at = (day: string): number => instantInZone(day, '10:00', 'Asia/Shanghai');

let t: FeatureBook;
let account: string;
let chen: { personId: string; positionId: string };
let su: { personId: string; positionId: string };
let reviews: ReturnType<typeof reviewHandlers>;

const create = async (period = Q4): Promise<string> => (await reviews.create({ accountId: account, period, language: 'en', template: 'standard' }, signal)).id;
const get = (id: string) => reviews.get({ id }, signal);
const pageOf = async (id: string, section: string): Promise<ContentPage> => {
  const page = (await get(id)).deck.pages.find((one) => one.kind === 'content' && one.section === section);
  if (page?.kind !== 'content') throw new Error(`no page ${section}`);
  return page;
};
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  throw new Error('nothing was thrown');
};
const undo = () => createHistoryHandlers(t.deps).undo({}, signal);

beforeEach(() => {
  t = featureBook();
  t.fill((fill) => {
    account = fill.account('恒岳重工集团', { alias: 'Hengyue' });
    chen = fill.person(account, '陈立新', { title: '首席信息官' });
    su = fill.person(account, '苏敏');
    t.book.db.prepare('UPDATE position SET buying_roles = ?, attitude = 1 WHERE id = ?').run('["decisionMaker"]', chen.positionId);
    t.book.db.prepare('UPDATE position SET buying_roles = ? WHERE id = ?').run('["champion"]', su.positionId);
    fill.order(account, { on: '2026-10-12', orderNo: 'HY-1', lines: [{ product: 'Sensor', amount: 40_000_000, cost: 30_000_000 }, { product: 'Gateway', amount: 20_000_000, cost: 10_000_000 }] });
    fill.order(account, { on: '2026-11-02', orderNo: 'HY-2', lines: [{ product: 'Sensor', amount: 10_000_000, cost: 5_000_000 }] });
    fill.order(account, { on: '2026-07-10', orderNo: 'HY-0', lines: [{ product: 'Sensor', amount: 30_000_000, cost: 20_000_000 }] });
    fill.interaction(account, { at: at('2026-11-20'), summary: 'Steering', decisions: 'Go on', personIds: [chen.personId] });
    fill.interaction(account, { at: at('2026-11-05'), summary: 'Call' });
    fill.task(account, 'Send offer', { dueOn: '2026-11-20', colleagueId: t.book.db.prepare('SELECT me FROM book').pluck().get() as string });
    fill.task(account, 'Plan visit');
  });
  reviews = reviewHandlers(t.deps);
});
afterEach(() => t.dispose());

describe('making a review', () => {
  it('proposes a working day ten days on, those who decide and the user, in the standard order', async () => {
    const view = await get(await create());
    expect(view.head).toMatchObject({ heldOn: '2026-12-03', place: null, period: Q4, language: 'en', frozenAt: null, accountName: '恒岳重工集团', rating: null });
    expect(view.sections.map(({ kind }) => kind)).toEqual([...sectionKinds]);
    expect(view.participants.people.map(({ name }) => name).toSorted()).toEqual(['苏敏', '陈立新'].toSorted());
    expect(view.participants.colleagues.map(({ name }) => name)).toEqual(['Lin Xiaotong']);
    expect(view.deck.pages).toHaveLength(sectionKinds.length + 1);
  });

  it('takes the shorter template, and adds a section it left out', async () => {
    const { id } = await reviews.create({ accountId: account, period: Q4, language: 'zh-CN', template: 'short', heldOn: '2026-12-01' }, signal);
    expect((await get(id)).sections.map(({ kind }) => kind)).toEqual(['sought', 'results', 'risks', 'nextSteps', 'actions']);
    await reviews.showSection({ id, kind: 'service', shown: true }, signal);
    expect((await get(id)).sections.map(({ kind }) => kind)).toEqual(['sought', 'results', 'risks', 'nextSteps', 'actions', 'service']);
    expect((await pageOf(id, 'service')).headline).toMatch(/[\u4e00-\u9fff]/);
  });

  it('refuses a quarter that has not begun, and an account that is not there', async () => {
    expect(await codeOf(() => create({ year: 2027, quarter: 1 }))).toBe('quarter-not-begun');
    expect(await codeOf(() => reviews.create({ accountId: 'nobody', period: Q4, language: 'en', template: 'standard' }, signal))).toBe('not-found');
    expect(await codeOf(() => get('nothing'))).toBe('not-found');
  });

  it('lists those of an account, latest first, and those to come of all', async () => {
    const [first, second] = [await create({ year: 2026, quarter: 3 }), await create()];
    await reviews.update({ id: first, patch: { heldOn: '2026-09-01' } }, signal);
    await reviews.addItem({ id: first, kind: 'decision', text: 'Go' }, signal);
    await reviews.addItem({ id: first, kind: 'action', text: 'Do' }, signal);
    expect(await reviews.list({ accountId: account }, signal)).toMatchObject([{ id: second }, { id: first, decisions: 1, actions: 1, actionsDone: 0 }]);
    expect(await reviews.coming({ limit: 9 }, signal)).toMatchObject([{ id: second, accountName: '恒岳重工集团' }]);
  });
});

describe('preparing it', () => {
  it('moves, hides and comments sections, each a step that can be taken back', async () => {
    const id = await create();
    await reviews.moveSection({ id, kind: 'results', place: 0 }, signal);
    await reviews.showSection({ id, kind: 'agenda', shown: false }, signal);
    await reviews.comment({ id, kind: 'results', text: ' Line 3 came in. ' }, signal);
    let view = await get(id);
    expect(view.sections.slice(0, 3)).toEqual([{ kind: 'results', hidden: false, commentary: 'Line 3 came in.' }, { kind: 'agenda', hidden: true, commentary: '' }, { kind: 'sought', hidden: false, commentary: '' }]);
    expect(view.deck.pages[1]).toMatchObject({ section: 'results', commentary: 'Line 3 came in.' });
    expect(view.deck.pages).toHaveLength(sectionKinds.length);
    for (let n = 0; n < 3; n++) await undo();
    view = await get(id);
    expect(view.sections.map(({ kind }) => kind)).toEqual([...sectionKinds]);
    expect(view.deck.pages).toHaveLength(sectionKinds.length + 1);
    expect(await codeOf(() => reviews.comment({ id, kind: 'nonsense' as 'since', text: '' }, signal))).toBe('not-found');
  });

  it('keeps lines in their order, and an action is a task from the start', async () => {
    const id = await create();
    await reviews.addItem({ id, kind: 'sought', text: 'Release 74 seats' }, signal);
    const { itemId } = await reviews.addItem({ id, kind: 'action', text: 'Name an owner', task: { personId: chen.personId, dueOn: '2026-12-10' } }, signal);
    let { items } = await get(id);
    expect(items.find((item) => item.id === itemId)).toMatchObject({ text: 'Name an owner', task: { personId: chen.personId, owner: '陈立新', dueOn: '2026-12-10', done: false } });
    await reviews.updateItem({ itemId, text: 'Name two owners', task: { dueOn: null } }, signal);
    expect(t.book.db.prepare("SELECT title, due_on AS dueOn, person_id AS personId FROM task WHERE title LIKE 'Name%'").get()).toEqual({ title: 'Name two owners', dueOn: null, personId: chen.personId });
    await reviews.removeItem({ itemId }, signal);
    ({ items } = await get(id));
    expect(items.map(({ text }) => text)).toEqual(['Release 74 seats']);
    expect(t.book.db.prepare("SELECT count(*) FROM task WHERE title = 'Name two owners'").pluck().get()).toBe(1);
    expect(await codeOf(() => reviews.removeItem({ itemId }, signal))).toBe('not-found');
  });

  it('moves a line among those of its kind; undo puts it back, and what was presented keeps its order', async () => {
    const id = await create();
    for (const text of ['One', 'Two', 'Three']) await reviews.addItem({ id, kind: 'agenda', text }, signal);
    await reviews.addItem({ id, kind: 'decision', text: 'Go' }, signal);
    const { itemId } = await reviews.addItem({ id, kind: 'decision', text: 'Wait' }, signal);
    const texts = async (kind: string): Promise<string[]> => (await get(id)).items.filter((item) => item.kind === kind).map(({ text }) => text);
    const three = (await get(id)).items.find(({ text }) => text === 'Three')?.id ?? '';
    await reviews.moveItem({ itemId: three, place: 0 }, signal);
    expect(await texts('agenda')).toEqual(['Three', 'One', 'Two']);
    expect(await texts('decision')).toEqual(['Go', 'Wait']);
    expect((await pageOf(id, 'agenda')).blocks[0]).toMatchObject({ paragraphs: ['Three', 'One', 'Two'] });
    await undo();
    expect(await texts('agenda')).toEqual(['One', 'Two', 'Three']);
    await reviews.moveItem({ itemId: three, place: 9 }, signal);
    expect(await texts('agenda')).toEqual(['One', 'Two', 'Three']);
    await reviews.freeze({ id }, signal);
    expect(await codeOf(() => reviews.moveItem({ itemId: three, place: 0 }, signal))).toBe('review-frozen');
    await reviews.moveItem({ itemId, place: 0 }, signal);
    expect(await texts('decision')).toEqual(['Wait', 'Go']);
    expect(await codeOf(() => reviews.moveItem({ itemId: 'nothing', place: 0 }, signal))).toBe('not-found');
  });

  it('replaces participants, and a person who takes part is not deleted with the last position', async () => {
    const id = await create();
    await reviews.setParticipants({ id, personIds: [su.personId], colleagueIds: [] }, signal);
    expect((await get(id)).participants).toMatchObject({ people: [{ name: '苏敏' }], colleagues: [] });
    t.fill(() => deletePosition(t.book.db, { id: su.positionId, personId: su.personId, accountId: account, name: '苏敏' }));
    expect((await get(id)).participants.people).toMatchObject([{ name: '苏敏', title: null }]);
    expect(await codeOf(() => reviews.setParticipants({ id, personIds: ['nobody'], colleagueIds: [] }, signal))).toBe('not-found');
  });

  it('opens every number to as many rows as it says, adding up to it', async () => {
    const id = await create();
    const { numbers } = await get(id);
    expect(numbers.length).toBeGreaterThan(25);
    for (const { id: number, rowCount, value, measure } of numbers) {
      const answer = await reviews.rows({ id, number }, signal);
      expect(answer.rows.rows, number).toHaveLength(rowCount);
      if (measure === 'orders.amount' && answer.rows.kind === 'orders') expect(answer.rows.rows.reduce((sum, { amount }) => sum + amount, 0), number).toBe(value);
    }
    expect(numbers.find((one) => one.id === 'orders.amount:current')).toMatchObject({ value: 70_000_000, rowCount: 3, window: { from: '2026-10-01', to: '2026-11-23' }, asOf: '2026-11-23' });
    expect(numbers.find((one) => one.id === 'people.quiet')).toMatchObject({ value: 1 });
    expect(await codeOf(() => reviews.rows({ id, number: 'nothing' }, signal))).toBe('not-found');
  });

  it('has a number for every reference on its pages', async () => {
    const id = await create();
    const { deck, numbers } = await get(id);
    const refs = deck.pages.flatMap((page) => (page.kind === 'cover' ? [] : page.blocks)).flatMap((block) => {
      if (block.kind === 'table') return block.rows.flat().map(({ ref }) => ref);
      return block.kind === 'figures' ? block.figures.map(({ ref }) => ref) : [];
    }).filter((ref) => ref !== undefined);
    expect(refs.length).toBeGreaterThan(15);
    expect(refs.filter((ref) => !numbers.some((number) => number.id === ref))).toEqual([]);
  });

  it('is written as a file in either language', async () => {
    const id = await create();
    const file = await reviews.export({ id, format: 'pptx' }, signal);
    expect(file.name).toBe('恒岳重工集团 2026-Q4.pptx');
    const { deck } = await get(id);
    expect(JSON.parse(await file.text())).toEqual(presented(deck));
    // What we think of their people is on the desk, and in no file.
    expect(JSON.stringify(deck)).toContain('people.favourable');
    for (const format of ['pptx', 'pdf', 'xlsx'] as const) expect(await (await reviews.export({ id, format }, signal)).text()).not.toMatch(/people\.favourable|In favour|Attitude|Margin/);
    expect(await (await reviews.export({ id, language: 'zh-CN', format: 'pptx' }, signal)).text()).toContain('收入');
  });
});

describe('presented', () => {
  const snapshot = async (id: string): Promise<string> => {
    const { deck, numbers, readiness, participants, today, window } = await get(id);
    const rows = await Promise.all(numbers.map((number) => reviews.rows({ id, number: number.id }, signal)));
    return JSON.stringify({ deck, numbers, readiness, participants, today, window, rows });
  };
  const change = () => t.fill((fill) => {
    fill.order(account, { on: '2026-11-03', lines: [{ product: 'Sensor', amount: 990_000_000 }] });
    t.book.db.exec("DELETE FROM order_line WHERE line_no = 2; UPDATE person SET name = '陈新' WHERE name = '陈立新'; UPDATE task SET title = 'Other', due_on = '2026-01-01'; UPDATE account SET name = 'Renamed'");
    fill.person(account, '高原');
    fill.interaction(account, { at: at('2026-11-21'), summary: 'New' });
  });

  it('stays as it was, byte for byte, whatever the data does', async () => {
    const id = await create();
    const live: unknown = JSON.parse(await snapshot(id));
    await reviews.freeze({ id }, signal);
    const before = await snapshot(id);
    expect(JSON.parse(before)).toEqual(live);
    change();
    t.clock.ms += 40 * 86_400_000;
    expect(await snapshot(id)).toBe(before);
    await reviews.update({ id, patch: { language: 'zh-CN' } }, signal);
    expect((await pageOf(id, 'results')).headline).toMatch(/[\u4e00-\u9fff]/);
    expect(await (await reviews.export({ id, language: 'en', format: 'pptx' }, signal)).text()).toBe(JSON.stringify(presented((JSON.parse(before) as { deck: Deck }).deck)));
  });

  it('would have changed had it not been frozen', async () => {
    const id = await create();
    const before = await snapshot(id);
    change();
    expect(await snapshot(id)).not.toBe(before);
  });

  it('refuses changes of what was shown, takes what came of it, and is live again only by undo', async () => {
    const id = await create();
    await reviews.freeze({ id }, signal);
    for (const work of [
      () => reviews.update({ id, patch: { heldOn: '2026-12-04' } }, signal), () => reviews.comment({ id, kind: 'results', text: 'x' }, signal), () => reviews.freeze({ id }, signal),
      () => reviews.moveSection({ id, kind: 'results', place: 0 }, signal), () => reviews.addItem({ id, kind: 'risk', text: 'x' }, signal), () => reviews.setParticipants({ id, personIds: [], colleagueIds: [] }, signal),
    ]) expect(await codeOf(work)).toBe('review-frozen');
    await reviews.addItem({ id, kind: 'decision', text: 'Release' }, signal);
    await reviews.rate({ id, rating: 4, note: 'Good questions' }, signal);
    const view = await get(id);
    expect(view.items).toMatchObject([{ kind: 'decision', text: 'Release' }]);
    expect(view.head).toMatchObject({ rating: 4, ratingNote: 'Good questions', frozenAt: t.clock.ms });
    for (let n = 0; n < 3; n++) await undo();
    expect((await get(id)).head.frozenAt).toBeNull();
    expect(t.book.db.prepare('SELECT count(*) FROM review_frozen').pluck().get()).toBe(0);
  });

  it('is what the next review is compared with: numbers, actions, people', async () => {
    const last = await create({ year: 2026, quarter: 3 });
    await reviews.update({ id: last, patch: { heldOn: '2026-11-01' } }, signal);
    await reviews.addItem({ id: last, kind: 'decision', text: 'Start line 3' }, signal);
    await reviews.addItem({ id: last, kind: 'action', text: 'Name an owner' }, signal);
    const next = await create();
    const unfrozen = await pageOf(next, 'since');
    expect(unfrozen).toMatchObject({ blocks: [{ kind: 'text', paragraphs: ['Decided: Start line 3', 'Open: Name an owner'] }], internalNotes: ['The last review was never presented, so its numbers were not kept.'] });
    await reviews.freeze({ id: last }, signal);
    t.fill((fill) => {
      fill.person(account, '高原');
      t.book.db.exec("UPDATE task SET done_at = 1 WHERE title = 'Name an owner'");
      deletePosition(t.book.db, { id: su.positionId, personId: su.personId, accountId: account, name: '苏敏' });
    });
    const page = await pageOf(next, 'since');
    expect(page.headline).toBe('The one action agreed last time is done');
    // The days that each counts are said, since they are not alike.
    expect(page.notes).toEqual(['Orders and interactions: then of 1 Jul – 30 Sep 2026, now of 1 Oct – 23 Nov 2026. People and next steps: on the day.']);
    expect(page.blocks[0]).toMatchObject({ kind: 'table', rows: expect.arrayContaining([[{ text: 'Revenue' }, { text: '¥3,000', tone: 'quiet' }, { text: '¥7,000', tone: 'strong', ref: 'orders.amount:current' }]]) });
    expect(JSON.stringify(page.blocks[1])).toContain('Decided: Start line 3","Done: Name an owner","New people: 高原","No longer there: 苏敏');
  });

  it('goes with all its parts, and comes back whole by undo', async () => {
    const id = await create();
    await reviews.addItem({ id, kind: 'agenda', text: 'Results' }, signal);
    await reviews.freeze({ id }, signal);
    const before = JSON.stringify(await get(id));
    await reviews.remove({ id }, signal);
    expect(await codeOf(() => get(id))).toBe('not-found');
    for (const table of ['review', 'review_section', 'review_person', 'review_colleague', 'review_item', 'review_frozen']) expect(t.book.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    await undo();
    expect(JSON.stringify(await get(id))).toBe(before);
  });
});
