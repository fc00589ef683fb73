import { describe, expect, it } from 'vitest';
import { columnTracks, columnVisibility } from '#renderer/tables/window-column.ts';

const columns = [{ id: 'name', width: 240, grow: 1 }, { id: 'city', width: 128, from: 1000 }, { id: 'revenue', width: 184 }, { id: 'margin', width: 150, from: 860 }];

describe('columns of a window table', () => {
  it('drops the rarest first as the table narrows', () => {
    const shown = (width: number): string[] => Object.entries(columnVisibility(columns, width)).flatMap(([id, on]) => (on ? [id] : []));
    expect(shown(1200)).toEqual(['name', 'city', 'revenue', 'margin']);
    expect(shown(1000)).toEqual(['name', 'city', 'revenue', 'margin']);
    expect(shown(999)).toEqual(['name', 'revenue', 'margin']);
    expect(shown(500)).toEqual(['name', 'revenue']);
  });

  it('shows all before the table was measured', () => {
    expect(Object.values(columnVisibility(columns, 0))).toEqual([true, true, true, true]);
  });

  it('makes growing columns flexible and knows the least width', () => {
    expect(columnTracks(columns)).toEqual({ tracks: 'minmax(240px, 1fr) 128px 184px 150px', minWidth: 702 });
    expect(columnTracks([])).toEqual({ tracks: '', minWidth: 0 });
  });
});
