import { beforeAll, describe, expect, it } from 'vitest';
import { ColumnsMenu } from '#renderer/features/accounts/ColumnsMenu.tsx';
import { EditCell } from '#renderer/features/accounts/EditCell.tsx';
import { groupMode, groupModes, withMode } from '#renderer/features/accounts/criteria-groups.ts';
import { FilterBar } from '#renderer/features/accounts/FilterBar.tsx';
import { FilterChip } from '#renderer/features/accounts/FilterChip.tsx';
import { GroupMode } from '#renderer/features/accounts/GroupMode.tsx';
import { filterFields } from '#renderer/features/accounts/rule-draft.ts';
import { RuleEditor } from '#renderer/features/accounts/RuleEditor.tsx';
import { SelectionBar } from '#renderer/features/accounts/SelectionBar.tsx';
import { ViewActions } from '#renderer/features/accounts/ViewActions.tsx';
import { builtInView } from '#shared/domain/view/built-in-views.ts';
import type { Criteria, Rule } from '#shared/domain/criteria/model.ts';
import type { CurrentView } from '#shared/domain/view/model.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';

const nothing = () => undefined;
const labelled = (label: string) => ({ props }: Part): boolean => props['aria-label'] === label || props['label'] === label || props['name'] === label;
const says = (text: string) => ({ props }: Part): boolean => props['children'] === text;
const key = (name: string, more: object = {}) => ({ key: name, shiftKey: false, nativeEvent: { isComposing: false, keyCode: 0 }, stopPropagation: nothing, preventDefault: nothing, ...more });

let english: Drawing;
let chinese: Drawing;
beforeAll(async () => {
  english = await createDrawing('en');
  chinese = await createDrawing('zh-CN');
});

describe('the editor of a condition', () => {
  const editor = (rule: Rule | null) => <RuleEditor rule={rule} onApply={nothing} />;
  const applies = (rule: Rule | null): boolean => !/<button[^>]*disabled=""[^>]*type="submit"|type="submit"[^>]*disabled=""/.test(english.html(editor(rule)));

  it('begins with the city and waits for a value', () => {
    expect(english.html(editor(null))).toMatch(/<option value="city" selected="">City<\/option>/);
    expect(applies(null)).toBe(false);
    expect(applies({ field: 'city', operator: 'in', value: ['Wuxi'] })).toBe(true);
  });

  it('asks for what the operator needs', () => {
    const asks = (rule: Rule): string[] => ['>Values<', '>Value<', '>From<', '>To<'].filter((label) => english.html(editor(rule)).includes(label));
    expect(asks({ field: 'city', operator: 'in', value: ['Wuxi'] })).toEqual(['>Values<']);
    expect(asks({ field: 'city', operator: 'contains', value: 'u' })).toEqual(['>Value<']);
    expect(asks({ field: 'tasks.openCount', operator: 'between', value: [1, 3] })).toEqual(['>From<', '>To<']);
    expect(asks({ field: 'industry', operator: 'null' })).toEqual([]);
    expect(asks({ field: 'isKey', operator: '=', value: false })).toEqual(['>Value<']);
  });

  it('says the unit, and shows shares in per cent and money in whole units', () => {
    expect(english.text(editor({ field: 'contractEnd', operator: 'inNextDays', value: 90 }))).toContain('days');
    expect(english.html(editor({ field: 'orders.costShare@12m', operator: '>', value: 0.25 }))).toMatch(/value="25"[^]*%/);
    expect(english.html(editor({ field: 'orders.amount@12m', operator: '>', value: 12_345_0000 }))).toContain('value="12345"');
    expect(english.html(editor({ field: 'contractEnd', operator: '<', value: '2026-12-01' }))).toContain('placeholder="YYYY-MM-DD"');
  });

  it('keeps a field that is not offered otherwise', () => {
    const options = (rule: Rule | null): number => english.html(editor(rule)).split('<option value="orders.cost@6m"').length - 1;
    expect(filterFields).not.toContain('orders.cost@6m');
    expect([options({ field: 'orders.cost@6m', operator: '>', value: 10_000 }), options(null)]).toEqual([1, 0]);
  });

  it('hands over a whole condition alone', () => {
    const applied: Rule[] = [];
    const submit = (rule: Rule | null) => use(partsOf(english, () => RuleEditor({ rule, onApply: (next) => applied.push(next) })), ({ type }) => type === 'form', 'onSubmit', { preventDefault: nothing });
    submit(null);
    submit({ field: 'city', operator: 'in', value: ['上海'] });
    expect(applied).toEqual([{ field: 'city', operator: 'in', value: ['上海'] }]);
  });

  it('has words in both languages for every field it offers', () => {
    for (const drawing of [english, chinese]) drawing.html(editor(null));
    expect([...english.missing, ...chinese.missing]).toEqual([]);
  });
});

describe('the filter of a view', () => {
  const city: Rule = { field: 'city', operator: 'in', value: ['上海', 'Wuxi'] };
  const group: Criteria = { combinator: 'or', rules: [{ field: 'isKey', operator: '=', value: true }, { field: 'region', operator: 'null' }] };
  const criteria: Criteria = { combinator: 'and', rules: [city, group] };

  it('is said as sentences, groups in frames that say how they go together', () => {
    const html = english.html(<FilterBar criteria={criteria} onChange={nothing} />);
    expect(html).toContain('aria-label="Remove: City is 上海 or Wuxi"');
    expect(html).toMatch(/<button type="button" title="City is 上海 or Wuxi" aria-expanded="false"/);
    expect(html).toContain('role="group" aria-label="Is a key account or Region is empty"');
    expect(html).toContain('aria-label="Remove: Is a key account or Region is empty"');
    expect(chinese.text(<FilterBar criteria={criteria} onChange={nothing} />)).toBe('全部满足 城市为 上海或Wuxi 任一满足 是大客户 地区为空 筛选');
    expect(english.text(<FilterBar criteria={{ ...criteria, rules: [city] }} onChange={nothing} />)).toBe('City is 上海 or Wuxi Filter');
    expect([...english.missing, ...chinese.missing]).toEqual([]);
  });

  it('changes, loses and gains a condition without touching the others', () => {
    const seen: Criteria[] = [];
    const parts = partsOf(english, () => FilterBar({ criteria, onChange: (next) => seen.push(next) }));
    const next: Rule = { field: 'industry', operator: 'null' };
    const isChip = ({ type }: Part): boolean => type === FilterChip;
    use(parts, isChip, 'onApply', next);
    use(parts, isChip, 'onRemove');
    use(parts, ({ type }) => type === RuleEditor, 'onApply', next);
    use(parts, ({ type }) => type === RuleEditor, 'onGroup', next);
    expect(seen.map(({ rules }) => rules)).toEqual([[next, group], [group], [city, group, next], [city, group, { combinator: 'or', rules: [next] }]]);
    expect(seen.every(({ combinator }) => combinator === 'and')).toBe(true);
  });

  it('changes a group in its place, and loses it with its last condition', () => {
    const seen: Criteria[] = [];
    const parts = partsOf(english, () => FilterBar({ criteria, onChange: (next) => seen.push(next) }));
    const isInner = ({ type }: Part): boolean => type === FilterBar;
    use(parts, isInner, 'onChange', withMode(group, 'none'));
    use(parts, isInner, 'onChange', { ...group, rules: [] });
    use(parts, labelled('Remove: Is a key account or Region is empty'), 'onClick');
    use(parts, ({ type }) => type === GroupMode, 'onChange', withMode(criteria, 'any'));
    expect(seen).toEqual([
      { combinator: 'and', rules: [city, { ...group, not: true }] }, { combinator: 'and', rules: [city] }, { combinator: 'and', rules: [city] }, { combinator: 'or', rules: [city, group] },
    ]);
  });

  it('offers another group down to the third', () => {
    const offers = (depth: number): boolean => partsOf(english, () => FilterBar({ criteria, depth, onChange: nothing })).some(({ props }) => props['onGroup'] !== undefined);
    expect([1, 2, 3].map(offers)).toEqual([true, true, false]);
  });
});

describe('how the conditions of a group go together', () => {
  it('is one of four ways, and each is said as it is kept', () => {
    const group: Criteria = { combinator: 'or', rules: [{ field: 'region', operator: 'null' }] };
    for (const mode of groupModes) expect(groupMode(withMode(group, mode))).toBe(mode);
    expect(withMode(withMode(group, 'none'), 'all')).toEqual({ combinator: 'and', rules: group.rules });
    const chosen: Criteria[] = [];
    const parts = partsOf(english, () => GroupMode({ group, onChange: (next) => chosen.push(next) }));
    expect(parts.some(labelled('Any of: change how the conditions go together'))).toBe(true);
    use(parts, says('Not all of'), 'onClick');
    expect(chosen).toEqual([{ combinator: 'and', not: true, rules: group.rules }]);
  });
});

describe('the columns of a view', () => {
  const view: CurrentView = { ...builtInView('all'), columns: ['name', 'city', 'revenue'].map((id) => ({ id })), pinned: 2 };

  it('are moved, pinned, shown and hidden; the first stays', () => {
    const seen: string[] = [];
    const parts = partsOf(english, () => ColumnsMenu({ view, nameOf: (id) => id, onChange: ({ columns, pinned }) => seen.push(`${columns.map(({ id }) => id).join(' ')} ${pinned}`) }));
    use(parts, labelled('Move city to the right'), 'onClick');
    use(parts, labelled('Move revenue to the left'), 'onClick');
    use(parts, labelled('Keep revenue at the left'), 'onClick');
    use(parts, labelled('city'), 'onChange');
    use(parts, labelled('industry'), 'onChange');
    expect(seen).toEqual(['name revenue city 2', 'name revenue city 2', 'name city revenue 3', 'name revenue 1', 'name city revenue industry 2']);
    expect(parts.find(labelled('name'))?.props).toMatchObject({ disabled: true, checked: true });
    expect(parts.find(labelled('Move city to the left'))?.props['disabled']).toBe(true);
    expect(parts.find(labelled('Move revenue to the right'))?.props['disabled']).toBe(true);
    expect(parts.find(labelled('Keep city at the left'))?.props['aria-pressed']).toBe(true);
  });

  it('are counted on the button, those of a later version left out', () => {
    const later = { ...view, columns: [...view.columns, { id: 'of-a-later-version' }] };
    expect(english.text(<ColumnsMenu view={later} nameOf={String} onChange={nothing} />)).toMatch(/^3 of \d+ columns$/);
    expect(chinese.text(<ColumnsMenu view={view} nameOf={String} onChange={nothing} />)).toMatch(/^3\/\d+ 列$/);
  });
});

describe('what can be done with a view', () => {
  const document = builtInView('all');
  const parts = (id: string, changed: boolean, kept = false) => {
    const own = ['x', 'y'].map((one) => ({ id: one, name: one, document, kept: true }));
    return partsOf(english, () => ViewActions({ view: { id, name: null, document, kept }, own, name: id, document, changed, onKept: nothing, onDiscard: nothing }));
  };
  const offered = (id: string, changed = false, kept = false): unknown[] => parts(id, changed, kept).filter(({ props }) => props['onClick'] && !props['disabled'] && typeof props['children'] === 'string').map(({ props }) => props['children']);

  it('differs between one of the program and an own one', () => {
    expect(offered('quiet')).toEqual(['Save as a new view…']);
    expect(offered('quiet', false, true)).toEqual(['Save as a new view…', 'Back to how it comes']);
    expect(offered('x')).toEqual(['Save as a new view…', 'Rename the view…', 'Move to the right', 'Delete the view']);
    expect(offered('y')).toEqual(['Save as a new view…', 'Rename the view…', 'Move to the left', 'Delete the view']);
  });

  it('says that it was changed, and offers to save or discard that', () => {
    expect(offered('x', true).slice(0, 2)).toEqual(['Save', 'Discard']);
    expect(parts('x', true).some(says('Changed, not saved'))).toBe(true);
    expect(parts('x', false).some(says('Changed, not saved'))).toBe(false);
  });
});

describe('a cell being edited', () => {
  function editing(part: { value?: string | null; kind?: 'text' | 'date'; needed?: boolean }) {
    const seen: string[] = [];
    const { value = 'Wuxi', kind = 'text', needed = false } = part;
    const props = { field: 'phone', label: 'Phone of Oakline', value, kind, needed, onSave: (next: string | null) => { seen.push(`save ${next}`); return Promise.resolve(); }, leave: (to: string) => void seen.push(`leave ${to}`) };
    const press = async (name: string, more: object = {}): Promise<string[]> => {
      use(partsOf(english, () => EditCell(props)), labelled('Phone of Oakline'), 'onKeyDown', key(name, more));
      await new Promise((resolve) => setTimeout(resolve));
      return seen;
    };
    return { press };
  }

  it('leaves without a write where nothing changed, on with Tab and back with Enter and Esc', async () => {
    expect(await editing({}).press('Enter')).toEqual(['leave list']);
    expect(await editing({}).press('Tab')).toEqual(['leave next']);
    expect(await editing({}).press('Escape')).toEqual(['leave list']);
    expect(await editing({ value: null }).press('Enter')).toEqual(['leave list']);
  });

  it('keeps what differs once the ends are trimmed, and an emptied text as nothing', async () => {
    expect(await editing({ value: ' Wuxi ' }).press('Enter')).toEqual(['save Wuxi', 'leave list']);
    expect(await editing({ value: '  ' }).press('Tab')).toEqual(['save null', 'leave next']);
  });

  it('stays while something is wrong, or an input method is at work', async () => {
    expect(await editing({ value: ' ', needed: true }).press('Enter')).toEqual([]);
    expect(await editing({ value: 'soon', kind: 'date' }).press('Enter')).toEqual([]);
    expect(await editing({}).press('Enter', { nativeEvent: { isComposing: true, keyCode: 229 } })).toEqual([]);
    expect(await editing({}).press('Tab', { shiftKey: true })).toEqual([]);
    expect(await editing({}).press('x')).toEqual([]);
  });

  it('keeps a day that was picked at once', async () => {
    const seen: unknown[] = [];
    const draw = () => EditCell({ field: 'contractEnd', label: 'Contract', value: null, kind: 'date', onSave: (value) => { seen.push(value); return Promise.resolve(); }, leave: (to) => void seen.push(to) });
    use(partsOf(english, draw), labelled('Contract'), 'onPick', '2027-03-31');
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen).toEqual(['2027-03-31', 'list']);
  });

  it('says how a day is written', () => {
    const cell = <EditCell field="contractEnd" label="Contract" value={null} kind="date" onSave={() => Promise.resolve()} leave={nothing} />;
    expect(english.html(cell)).toContain('placeholder="YYYY-MM-DD"');
    expect(chinese.html(cell)).toContain('placeholder="年-月-日"');
  });
});

describe('what can be done with selected accounts', () => {
  it('counts and adds them up, and marks exactly those', () => {
    const filter = { ids: ['a', 'b'] };
    const set: unknown[] = [];
    const writes = { toggleKey: nothing, addStep: nothing, setField: () => Promise.reject(new Error('not here')), setMany: (...all: unknown[]) => void set.push(all), addTasks: (...all: unknown[]) => void set.push(all) };
    for (const drawing of [english, chinese]) {
      drawing.know((api) => ({ key: api.accounts.totals.queryKey({ input: { filter } }), data: { count: 1284, revenue: 482_000_000_000, margin: null, otherCurrencies: 0 } }));
    }
    const bar = { filter, writes, onExport: nothing, onClear: nothing };
    expect(english.text(<SelectionBar {...bar} />)).toMatch(/^1,284 selected \$48\.2M Mark as key Unmark Set field Add task Export .*Clear/);
    expect(chinese.text(<SelectionBar {...bar} />)).toContain('已选 1,284 家 $4,820 万');
    const parts = partsOf(english, () => SelectionBar(bar));
    use(parts, says('Mark as key'), 'onClick');
    use(parts, says('Unmark'), 'onClick');
    use(parts, ({ props }) => props['onSet'] !== undefined, 'onSet', { city: null });
    use(parts, ({ props }) => props['onAdd'] !== undefined, 'onAdd', 'Call', '2026-12-01');
    expect(set).toEqual([[filter, { isKey: true }], [filter, { isKey: false }], [filter, { city: null }], [filter, 'Call', '2026-12-01']]);
  });
});
