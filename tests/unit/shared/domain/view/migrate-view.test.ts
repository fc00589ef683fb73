import { describe, expect, it } from 'vitest';
import { columnIds, extraOf } from '#renderer/features/accounts/column-catalogue.ts';
import { isAccountSort } from '#renderer/features/accounts/view-model.ts';
import { builtInView, builtInViews } from '#shared/domain/view/built-in-views.ts';
import { migrateView } from '#shared/domain/view/migrate-view.ts';

const view = builtInView('quiet');

describe('a view as a book keeps it', () => {
  it.each(builtInViews)('comes back as it was: %s', (id) => {
    const stored: unknown = JSON.parse(JSON.stringify(builtInView(id)));
    expect(migrateView(stored)).toEqual(builtInView(id));
  });

  it('keeps widths, pinned columns and columns that this version does not know', () => {
    const stored = { ...view, pinned: 2, columns: [{ id: 'name', width: 300 }, { id: 'of-a-later-version' }] };
    expect(migrateView(stored)).toEqual(stored);
  });

  it.each<[why: string, stored: unknown]>([
    ['a later version', { ...view, version: 2 }],
    ['no version', { ...view, version: undefined }],
    ['a width no screen has', { ...view, columns: [{ id: 'name', width: 4 }] }],
    ['half a column', { ...view, columns: [{ width: 100 }] }],
    ['pins below nothing', { ...view, pinned: -1 }],
    ['no order', { ...view, sort: undefined }],
    ['a condition that is none', { ...view, criteria: { combinator: 'and', rules: [{ field: 'city', operator: '>', value: 1 }] } }],
    ['more columns than any list', { ...view, columns: Array.from({ length: 101 }, (_, at) => ({ id: `c${at}` })) }],
    ['text', '{}'], ['nothing', null], ['a list', []],
  ])('is no view: %s', (_, stored) => {
    expect(migrateView(stored)).toBeNull();
  });
});

describe('views that come with the program', () => {
  it.each(builtInViews)('show columns of the catalogue, sorted by one that sorts: %s', (id) => {
    const { columns, sort, pinned } = builtInView(id);
    for (const column of columns) expect(columnIds, column.id).toContain(column.id);
    expect([columns[0]?.id, pinned, isAccountSort(sort.column)]).toEqual(['name', 1, true]);
    expect(columns.map((column) => column.id)).toContain(sort.column);
  });

  it('ask for figures beyond the row only where they show them', () => {
    expect(extraOf(builtInView('all'))).toEqual([]);
    expect(extraOf(builtInView('ending'))).toEqual(['contractEnd']);
  });
});
