import { beforeAll, describe, expect, it } from 'vitest';
import { NoData } from '#renderer/tables/NoData.tsx';
import { TotalsRow } from '#renderer/tables/TotalsRow.tsx';
import type { WindowColumn } from '#renderer/tables/window-column.ts';
import { WindowTable } from '#renderer/tables/WindowTable.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

interface City { id: string; name: string; people: number }

const nothing = () => undefined;
const columns: WindowColumn<City>[] = [
  { id: 'name', header: 'City', width: 200, grow: 1, sortable: true, cell: (city) => city.name, total: '2 cities' },
  { id: 'people', header: 'People', width: 90, align: 'end', sortable: true, largestFirst: true, cell: (city) => city.people, total: 12 },
  { id: 'note', header: 'Note', width: 90, cell: () => null },
];
const cities: City[] = [{ id: 'w', name: 'Wuxi', people: 7 }, { id: 's', name: 'Suzhou', people: 5 }];

const table = (more: { rows?: City[]; loading?: boolean; descending?: boolean } = {}) => {
  const rows = more.rows ?? cities;
  return (
    <WindowTable
      label="Cities" columns={columns} rows={rows} rowKey={(city) => city.id} count={rows.length} hasMore={false} onMore={nothing} listKey="cities"
      sort={{ column: 'people', descending: more.descending ?? true }} onSort={nothing} onOpen={nothing} empty={<button type="button">Found one</button>} loading={more.loading ?? false}
    />
  );
};

describe('a window table', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('is a grid that says its size, its columns and which one sorts it', () => {
    const html = drawing.html(table());
    expect(html).toMatch(/role="grid" aria-label="Cities" aria-rowcount="3" aria-colcount="3"/);
    expect(html).toMatch(/role="columnheader" aria-colindex="2" aria-sort="descending"/);
    expect(html.match(/aria-sort/g)).toHaveLength(1);
    expect(drawing.html(table({ descending: false }))).toContain('aria-sort="ascending"');
  });

  it('gives only sortable columns a button', () => {
    const html = drawing.html(table());
    expect(html).toMatch(/<button[^>]*>City<\/button>/);
    expect(html).not.toMatch(/<button[^>]*>Note/);
  });

  it('lays out its columns by their widths, and knows when it has to scroll sideways', () => {
    expect(drawing.html(table())).toContain('--window-tracks:minmax(200px, 1fr) 90px 90px;--window-min:380px');
  });

  it('keeps what stands for an empty list outside of the grid', () => {
    const html = drawing.html(table({ rows: [] }));
    const afterGrid = html.slice(html.indexOf('role="rowgroup"'));
    expect(afterGrid).toMatch(/<\/div><\/div><div[^>]*><button type="button">Found one/);
    expect(drawing.text(table({ rows: [], loading: true }))).not.toContain('Found one');
    expect(drawing.html(table({ rows: [], loading: true }))).toContain('aria-busy="true"');
  });

  it('ends with totals in the columns they belong to', () => {
    expect(drawing.text(<TotalsRow columns={columns} position={4} offsets={{}} />)).toBe('2 cities 12');
    const html = drawing.html(<TotalsRow columns={columns} position={4} offsets={{}} />);
    expect(html).toContain('aria-rowindex="4"');
    expect(html).toMatch(/role="gridcell" aria-colindex="2"[^>]*data-align="end"[^>]*>12/);
  });

  it('gives a missing figure its reason', () => {
    expect(drawing.html(<NoData reason="No orders yet" />)).toContain('role="img" aria-label="No orders yet" title="No orders yet"');
  });
});
