import { beforeAll, describe, expect, it } from 'vitest';
import type { FieldChange, FieldHistory, KeptChange, Step } from '#shared/domain/history/model.ts';
import { ChangeList } from '#renderer/features/history/ChangeList.tsx';
import { FieldHistoryList } from '#renderer/features/history/FieldHistoryList.tsx';
import { HistoryPanel } from '#renderer/features/history/HistoryPanel.tsx';
import { StepEntry } from '#renderer/features/history/StepEntry.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const at = Date.parse('2026-11-20T02:00:00Z');
const change = (more: Partial<FieldChange>): FieldChange => ({ table: 'account', key: 'a1', label: 'Hengyue', op: 'update', field: 'phone', from: '0510-1', to: '0510-2', ...more });
const kept: KeptChange = { ...change({}), reason: 'changed-later', byStep: 9, byActor: '林晓彤' };
const step: Step = { no: 7, kind: 'user', verb: 'account.update', params: { name: 'Hengyue' }, actor: '林晓彤', at, undoes: null, undoneBy: null, changes: 2 };

async function prepared(language: 'en' | 'zh-CN'): Promise<Drawing> {
  const drawing = await createDrawing(language);
  drawing.know((api) => ({ key: api.people.list.queryKey({ input: { accountId: 'a1' } }), data: [{ personId: 'p1', positionId: 'o1', name: 'Chen Lixin' }] }));
  drawing.know((api) => ({ key: api.people.colleagues.queryKey(), data: [{ id: 'c1', name: 'Kim', title: null, isMe: false }] }));
  return drawing;
}

describe('changes in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await prepared('en');
  });
  const list = (changes: (FieldChange | KeptChange)[], count = changes.length) => drawing.text(<ChangeList accountId="a1" changes={changes} count={count} />);

  it('stand together by row, each field from what to what', () => {
    expect(list([change({}), change({ field: 'contract_end', from: null, to: '2027-05-31' })])).toBe('Changes account Hengyue Phone 0510-1 0510-2 Contract ends nothing 31 May 2027');
    expect(list([change({ table: 'task', op: 'insert', field: null, from: null, to: null, label: 'Call Su Min' })])).toBe('Adds task Call Su Min');
    expect(list([change({ table: 'order_line', op: 'delete', field: null, from: null, to: null, label: null })])).toBe('Removes order line');
  });

  it.each([
    ['is_key', 0, 1, 'Key account no yes'],
    ['reports_to_id', 'o1', 'o9', 'Reports to Chen Lixin another entry'],
    ['colleague_id', null, 'c1', 'Ours nothing Kim'],
    ['buying_roles', '[]', '["champion","user"]', 'Buying roles nothing User buyer, Champion'],
    ['price', 155_000_000, 120_000_000, 'Price $15,500 $12,000'],
    ['quantity', 15_000, 20_000, 'Quantity 1.5 2'],
    ['discount', 0, 500, 'Discount 0.0% 5.0%'],
    ['duration_minutes', 30, 45, 'Minutes 30 45'],
    ['kind', 'call', 'visit', 'Kind Call Visit'],
    ['done_at', null, at, 'Done nothing 20 Nov, 10:00'],
  ])('say %s in words', (field, from, to, words) => {
    expect(list([change({ field, from, to })])).toBe(`Changes account Hengyue ${words}`);
  });

  it('say why something is kept, and by whom it was changed', () => {
    expect(list([kept])).toContain('Kept: changed since, by 林晓彤');
    expect(list([{ ...kept, reason: 'invariant', byStep: null, byActor: null }])).toContain('Kept: a rule would break');
    expect(list([{ ...kept, op: 'insert', field: null, reason: 'depended-on', byActor: null }])).toContain('Kept: newer entries depend on it');
  });

  it('say how many are not listed', () => {
    expect(list([change({})], 2155)).toMatch(/and 2154 more changes$/);
  });

  it('belong to steps: what, who, when, undone or not', () => {
    const draw = (more: Partial<Step>, opened = false) => <StepEntry accountId="a1" step={{ ...step, ...more }} opened={opened} onToggle={nothing} onUndo={nothing} />;
    expect(drawing.text(draw({}))).toBe('Changed Hengyue 林晓彤 · 2 changes 20 Nov, 10:00 Undo');
    expect(drawing.text(draw({ actor: null, changes: 1, undoneBy: 9 }))).toBe('Changed Hengyue Someone · 1 change · undone 20 Nov, 10:00 Undo');
    expect(drawing.html(draw({ undoneBy: 9 }))).toMatch(/disabled=""/);
    expect(drawing.html(draw({}))).toContain('aria-label="Undo: Changed Hengyue"');
    drawing.know((api) => ({ key: api.history.changes.queryKey({ input: { no: 7, limit: 200 } }), data: [change({})] }));
    expect(drawing.text(draw({}, true))).toContain('Phone 0510-1 0510-2 and 1 more change');
  });

  it('of one field go back to when the row was entered', () => {
    const entries: FieldHistory[] = [
      { at, actor: '林晓彤', step: 8, verb: 'account.update', op: 'update', field: 'phone', from: '0510-1', to: '0510-2' },
      { at, actor: null, step: 8, verb: 'account.update', op: 'update', field: 'city', from: null, to: 'Wuxi' },
      { at, actor: '林晓彤', step: 1, verb: 'account.create', op: 'insert', field: null, from: null, to: null },
    ];
    drawing.know((api) => ({ key: api.history.fields.queryKey({ input: { key: 'a1' } }), data: entries }));
    expect(drawing.text(<FieldHistoryList rowKey="a1" field="phone" />)).toBe('20 Nov, 10:00 · 林晓彤 0510-1 → 0510-2 20 Nov, 10:00 · 林晓彤 Account entered');
    expect(drawing.text(<FieldHistoryList rowKey="a1" field="city" />)).toContain('20 Nov, 10:00 · Someone nothing → Wuxi');
    drawing.know((api) => ({ key: api.history.fields.queryKey({ input: { key: 'a2' } }), data: [] }));
    expect(drawing.text(<FieldHistoryList rowKey="a2" field="phone" />)).toBe('No change is known.');
  });

  it('fill the history, newest first, or say that nothing was written', () => {
    drawing.know((api) => ({
      key: api.history.steps.infiniteKey({ input: (before: number | null) => ({ accountId: 'a1', before, limit: 50 }), initialPageParam: null }),
      data: { pages: [[step, { ...step, no: 6, verb: 'task.create', params: { title: 'Call' } }]], pageParams: [null] },
    }));
    expect(drawing.text(<HistoryPanel accountId="a1" />)).toMatch(/Changed Hengyue.*Call/);
    drawing.know((api) => ({
      key: api.history.steps.infiniteKey({ input: (before: number | null) => ({ accountId: 'a2', before, limit: 50 }), initialPageParam: null }), data: { pages: [[]], pageParams: [null] },
    }));
    expect(drawing.text(<HistoryPanel accountId="a2" />)).toContain('Nothing has been written yet.');
    expect(drawing.missing).toEqual([]);
  });
});

it('changes in Chinese lack no word', async () => {
  const drawing = await prepared('zh-CN');
  const text = drawing.text(<ChangeList accountId="a1" changes={[change({ field: 'is_key', from: 0, to: 1 }), kept]} count={5} />);
  expect(text).toContain('修改客户 Hengyue 大客户 否 是');
  expect(text).toContain('保留：此后又有修改（林晓彤）');
  expect(text).toContain('另有 3 处修改');
  expect(drawing.missing).toEqual([]);
});

describe('a value that was overruled', () => {
  const overruled = { actor: '林晓彤', at };
  it.each([['en', 'Overruled by 林晓彤, 20 Nov, 10:00'], ['zh-CN', '已被 林晓彤 于 11月20日 10:00 的修改取代']] as const)('says in %s by whom and when, in the step and in the history of the field', async (language, said) => {
    const drawing = await prepared(language);
    const html = drawing.html(<ChangeList accountId="a1" changes={[change({ from: null, overruled })]} count={1} />);
    expect(html).toContain('>0510-2</s>');
    expect(html).toContain(said);
    expect(drawing.text(<ChangeList accountId="a1" changes={[change({ op: 'insert', field: null, overruled })]} count={1} />)).toContain(said);
    const entry: FieldHistory = { at, actor: 'Kim', step: 3, verb: 'account.update', op: 'update', field: 'phone', from: null, to: '0510-9', overruled };
    drawing.know((api) => ({ key: api.history.fields.queryKey({ input: { key: 'a1' } }), data: [entry] }));
    expect(drawing.text(<FieldHistoryList rowKey="a1" field="phone" />)).toMatch(new RegExp(`Kim 0510-9 ${said}$`));
    expect(drawing.missing).toEqual([]);
  });
});
