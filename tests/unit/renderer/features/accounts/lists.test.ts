import { describe, expect, it } from 'vitest';
import { isSelected, nothingSelected, select, selectionFilter } from '#renderer/features/accounts/selection.ts';
import { listViews, moveColumn, resizeColumn, sameView, toggleColumn, togglePin } from '#renderer/features/accounts/list-views.ts';
import { draftOf, filterFields, newDraft, ruleOf, withOperator } from '#renderer/features/accounts/rule-draft.ts';
import { criteriaField } from '#shared/domain/criteria/fields.ts';
import type { Rule } from '#shared/domain/criteria/model.ts';
import { builtInView } from '#shared/domain/view/built-in-views.ts';
import type { CurrentView } from '#shared/domain/view/model.ts';

const view: CurrentView = { ...builtInView('all'), columns: ['name', 'city', 'revenue', 'margin'].map((id) => ({ id })) };
const ids = ({ columns }: CurrentView): string => columns.map(({ id }) => id).join(' ');

describe('columns of a view', () => {
  it('move to another place, but the first stays what names the row', () => {
    expect(ids(moveColumn(view, 'margin', 'city'))).toBe('name margin city revenue');
    expect(ids(moveColumn(view, 'city', 'margin'))).toBe('name revenue margin city');
    expect(moveColumn(view, 'name', 'city')).toBe(view);
    expect(moveColumn(view, 'city', 'name')).toBe(view);
    expect(moveColumn(view, 'nothing', 'city')).toBe(view);
  });

  it('come, go, and are wide within reason', () => {
    expect(ids(toggleColumn(view, 'industry'))).toBe('name city revenue margin industry');
    expect(ids(toggleColumn(view, 'city'))).toBe('name revenue margin');
    expect(toggleColumn(view, 'name')).toBe(view);
    expect(resizeColumn(view, 'city', 5).columns[1]).toEqual({ id: 'city', width: 40 });
    expect(resizeColumn(view, 'city', 9_000).columns[1]?.width).toBe(1200);
  });

  it('are pinned behind each other, and let go behind those that are', () => {
    const pinned = togglePin(view, 'margin');
    expect([ids(pinned), pinned.pinned]).toEqual(['name margin city revenue', 2]);
    const both = togglePin(pinned, 'revenue');
    expect([ids(both), both.pinned]).toEqual(['name margin revenue city', 3]);
    const free = togglePin(both, 'margin');
    expect([ids(free), free.pinned]).toEqual(['name revenue margin city', 2]);
    expect(toggleColumn(pinned, 'margin').pinned).toBe(1);
  });
});

describe('the views of a list', () => {
  it('are those of the program, as they were changed, then the own ones', () => {
    const changed = { ...builtInView('quiet'), pinned: 2 };
    const made = listViews([{ id: 'quiet', name: '', place: 0, document: changed }, { id: 'x', name: 'North', place: 1, document: view }]);
    expect(made.map(({ id, name, kept }) => [id, name, kept])).toEqual([['key', null, false], ['all', null, false], ['quiet', null, true], ['ending', null, false], ['x', 'North', true]]);
    expect(made[2]?.document).toBe(changed);
    expect(sameView(changed, builtInView('quiet'))).toBe(false);
  });
});

describe('a selection', () => {
  const filter = { text: 'a' };

  it('finds some by their ids', () => {
    const some = select(nothingSelected, ['a', 'b'], true);
    expect(selectionFilter(filter, some)).toEqual({ ids: ['a', 'b'] });
    expect(selectionFilter(filter, select(some, ['a', 'b'], false))).toBeNull();
  });

  it('finds all of the list but those taken out, loaded or not', () => {
    const all = { all: true, ids: new Set<string>() };
    const but = select(all, ['b'], false);
    expect(selectionFilter(filter, all)).toEqual(filter);
    expect(selectionFilter(filter, but)).toEqual({ text: 'a', exceptIds: ['b'] });
    expect([isSelected(but, 'a'), isSelected(but, 'b'), isSelected(select(but, ['b'], true), 'b')]).toEqual([true, false, true]);
  });
});

describe('a condition as it is typed', () => {
  it.each<Rule>([
    { field: 'city', operator: 'in', value: ['Wuxi', '上海'] }, { field: 'isKey', operator: '=', value: false }, { field: 'industry', operator: 'null' },
    { field: 'orders.amount@12m', operator: '>', value: 12_345_0000 }, { field: 'orders.amount@12m', operator: 'between', value: [10_000, 20_000] },
    { field: 'contractEnd', operator: 'inNextDays', value: 90 }, { field: 'orders.daysSinceLast', operator: 'noneFor', value: 30 }, { field: 'contractEnd', operator: '<', value: '2026-12-01' },
  ])('comes back as it was: %j', (rule) => {
    expect(ruleOf(draftOf(rule))).toEqual(rule);
  });

  it('means nothing while a value is missing or of another kind', () => {
    expect(ruleOf(newDraft('city'))).toBeNull();
    expect(ruleOf({ field: 'orders.amount@12m', operator: '>', values: ['much'] })).toBeNull();
    expect(ruleOf({ field: 'orders.amount@12m', operator: '>', values: ['1,000,000'] })?.value).toBe(10_000_000_000);
    expect(ruleOf({ field: 'contractEnd', operator: '<', values: ['tomorrow'] })).toBeNull();
    expect(ruleOf({ field: 'tasks.openCount', operator: 'between', values: ['1'] })).toBeNull();
  });

  it('offers fields of the catalogue, and keeps what another operator can use', () => {
    for (const field of filterFields) expect(criteriaField(field), field).not.toBeNull();
    expect(withOperator({ field: 'city', operator: 'in', values: ['a', 'b'] }, 'notIn').values).toEqual(['a', 'b']);
    expect(withOperator({ field: 'city', operator: 'in', values: ['a', 'b'] }, 'contains').values).toEqual(['a']);
  });
});
