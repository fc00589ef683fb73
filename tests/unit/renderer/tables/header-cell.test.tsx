import type { Header } from '@tanstack/react-table';
import { beforeAll, describe, expect, it } from 'vitest';
import { HeaderCell } from '#renderer/tables/HeaderCell.tsx';
import type { WindowFeatures } from '#renderer/tables/table-features.ts';
import type { ColumnMoves } from '#renderer/tables/window-column.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';

interface City { id: string }
type Sorted = 'asc' | 'desc' | false;

/** The little of a header that the cell asks for. */
function headerOf(part: { sorted?: Sorted; sortable?: boolean; width?: number }): Header<WindowFeatures, City> {
  const { sorted = false, sortable = true, width = 100 } = part;
  const column = { getIsSorted: () => sorted, getCanSort: () => sortable, getToggleSortingHandler: () => undefined, columnDef: { header: 'City', meta: { align: 'start', head: null, width } } };
  return { id: 'city', column } as object as Header<WindowFeatures, City>;
}

function movesSeen() {
  const seen: string[] = [];
  const moves: ColumnMoves = { onMove: (id, to) => void seen.push(`${id} to ${to}`), onResize: (id, width) => void seen.push(`${id} ${width}`) };
  return { seen, moves };
}

const key = (name: string, more: { altKey?: boolean; shiftKey?: boolean } = {}) => {
  const event = { key: name, altKey: false, shiftKey: false, prevented: false, ...more, preventDefault: () => { event.prevented = true; } };
  return event;
};

const isHeader = ({ props }: Part): boolean => props['role'] === 'columnheader';
const isGrip = ({ props }: Part): boolean => props['aria-hidden'] === 'true' && props['onPointerDown'] !== undefined;

describe('the header of a column', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });
  const cell = (part: Parameters<typeof headerOf>[0], moves: ColumnMoves | undefined, beside: { before?: string; after?: string } = { before: 'name', after: 'margin' }) =>
    ({ header: headerOf(part), position: 2, offset: undefined, before: beside.before, after: beside.after, moves });
  const parts = (...args: Parameters<typeof cell>) => partsOf(drawing, () => HeaderCell(cell(...args)));

  it('moves beside its neighbours with Alt and an arrow', () => {
    const { seen, moves } = movesSeen();
    const all = parts({}, moves);
    const right = key('ArrowRight', { altKey: true });
    use(all, isHeader, 'onKeyDown', right);
    use(all, isHeader, 'onKeyDown', key('ArrowLeft', { altKey: true }));
    expect(seen).toEqual(['city to margin', 'city to name']);
    expect(right.prevented, 'Alt+→ would go through the pages').toBe(true);
  });

  it('leaves other keys alone, and does not move past the ends', () => {
    const { seen, moves } = movesSeen();
    const plain = key('ArrowRight');
    use(parts({}, moves), isHeader, 'onKeyDown', plain);
    use(parts({}, moves), isHeader, 'onKeyDown', key('Enter', { altKey: true }));
    use(parts({}, moves, {}), isHeader, 'onKeyDown', key('ArrowRight', { altKey: true }));
    use(parts({}, moves, {}), isHeader, 'onKeyDown', key('ArrowLeft', { altKey: true }));
    expect([seen, plain.prevented]).toEqual([[], false]);
  });

  it('grows and shrinks by steps with Alt, Shift and an arrow, never too narrow to read', () => {
    const { seen, moves } = movesSeen();
    use(parts({ width: 100 }, moves), isHeader, 'onKeyDown', key('ArrowRight', { altKey: true, shiftKey: true }));
    use(parts({ width: 100 }, moves), isHeader, 'onKeyDown', key('ArrowLeft', { altKey: true, shiftKey: true }));
    use(parts({ width: 64 }, moves), isHeader, 'onKeyDown', key('ArrowLeft', { altKey: true, shiftKey: true }));
    expect(seen).toEqual(['city 116', 'city 84', 'city 60']);
  });

  it('follows the pointer that holds its edge until it lets go', () => {
    const { seen, moves } = movesSeen();
    const handle = Object.assign(new EventTarget(), { parentElement: { offsetWidth: 200 }, setPointerCapture: () => undefined });
    const at = (name: string, clientX: number) => handle.dispatchEvent(Object.assign(new Event(name), { clientX }));
    use(parts({}, moves), isGrip, 'onPointerDown', { currentTarget: handle, clientX: 500, pointerId: 1, preventDefault: () => undefined });
    at('pointermove', 530.4);
    at('pointermove', 100);
    at('lostpointercapture', 100);
    at('pointermove', 700);
    expect(seen).toEqual(['city 230', 'city 60']);
  });

  it('takes the place of the column that is dropped on it, and welcomes nothing else', () => {
    const { seen, moves } = movesSeen();
    const all = parts({}, moves);
    const carried = new Map<string, string>();
    const dataTransfer = { setData: (type: string, value: string) => carried.set(type, value), getData: (type: string) => carried.get(type) ?? '', get types() { return [...carried.keys()]; } };
    const over = () => ({ ...key(''), dataTransfer });
    use(all, ({ props }) => props['draggable'] === true, 'onDragStart', { dataTransfer });
    use(all, isHeader, 'onDrop', { dataTransfer });
    expect(seen).toEqual(['city to city']);
    let welcomed = 0;
    use(all, isHeader, 'onDragOver', { ...over(), preventDefault: () => { welcomed += 1; } });
    use(all, isHeader, 'onDragOver', { dataTransfer: { types: ['Files'] }, preventDefault: () => { welcomed += 10; } });
    expect(welcomed).toBe(1);
  });

  it('is a button only where it sorts, and says which way', () => {
    const { moves } = movesSeen();
    expect(drawing.html(<HeaderCell {...cell({ sorted: 'asc' }, moves)} />)).toMatch(/aria-sort="ascending"[^]*<button[^>]*draggable="true"[^>]*>City<svg/);
    expect(drawing.html(<HeaderCell {...cell({ sortable: false }, moves)} />)).not.toContain('<button');
    const fixed = drawing.html(<HeaderCell {...cell({}, undefined)} />);
    expect(fixed).toContain('draggable="false"');
    expect(parts({}, undefined).some(isGrip)).toBe(false);
    const still = key('ArrowRight', { altKey: true });
    use(parts({}, undefined), isHeader, 'onKeyDown', still);
    expect(still.prevented).toBe(false);
  });
});
