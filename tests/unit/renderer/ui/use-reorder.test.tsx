import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useReorder } from '#renderer/ui/use-reorder.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';
import { use, type Part } from '#tests/builders/parts.tsx';
import { partsAfter, type Act } from '#tests/builders/parts-after.tsx';

let drawing: Drawing;
let moves: string[];
beforeAll(async () => {
  drawing = await createDrawing('en');
});
beforeEach(() => {
  moves = [];
});

const nothing = () => undefined;
const carried = { setData: nothing, effectAllowed: 'none' };
const at = (id: string) => ({ props }: Part): boolean => props['id'] === id;
const press = (id: string, key: string, altKey = true): Act => (parts) => use(parts, at(id), 'onKeyDown', { key, altKey, preventDefault: nothing });
const start = (id: string): Act => (parts) => use(parts, at(id), 'onDragStart', { dataTransfer: carried });
const over = (id: string, taken = nothing): Act => (parts) => use(parts, at(id), 'onDragOver', { preventDefault: taken });
const drop = (id: string): Act => (parts) => use(parts, at(id), 'onDrop', { preventDefault: nothing });
const end = (id: string): Act => (parts) => use(parts, at(id), 'onDragEnd');

function List({ fixed = false }: { fixed?: boolean }) {
  const ids = ['a', 'b', 'c'] as const;
  const entry = useReorder(ids, fixed ? null : (id, target) => void moves.push(`${id} to ${target}`));
  return <ul>{ids.map((id) => <li key={id} id={id} {...entry(id)} />)}</ul>;
}
const after = (...acts: Act[]): Part[] => partsAfter(drawing, () => List({}), ...acts);
const marks = (parts: Part[]): unknown[] => parts.filter(({ type }) => type === 'li').map(({ props }) => props['data-over'] ?? props['data-dragged']);

describe('putting a list in order', () => {
  it('by keyboard takes the place of the neighbour, and stops at the ends', () => {
    after(press('b', 'ArrowUp'), press('b', 'ArrowDown'), press('a', 'ArrowUp'), press('c', 'ArrowDown'), press('b', 'ArrowUp', false), press('b', 'Enter'));
    expect(moves).toEqual(['b to a', 'b to c']);
  });

  it('by mouse says on which side it will stand, and takes the place it was let go on', () => {
    expect(marks(after(start('a'), over('c')))).toEqual([true, undefined, 'below']);
    expect(marks(after(start('c'), over('a')))).toEqual(['above', undefined, true]);
    expect(marks(after(start('a'), over('c'), drop('c')))).toEqual([undefined, undefined, undefined]);
    expect(moves).toEqual(['a to c']);
  });

  it('moves nothing when it is let go on itself or outside', () => {
    expect(marks(after(start('b'), over('b')))).toEqual([undefined, true, undefined]);
    after(start('b'), over('b'), drop('b'));
    expect(marks(after(start('b'), over('c'), end('b')))).toEqual([undefined, undefined, undefined]);
    expect(moves).toEqual([]);
  });

  it('does not take what is dragged in from elsewhere', () => {
    let taken = 0;
    expect(marks(after(over('b', () => void (taken += 1)), drop('b')))).toEqual([undefined, undefined, undefined]);
    expect([taken, moves]).toEqual([0, []]);
  });

  it('is nothing to do where the order is fixed', () => {
    const parts = partsAfter(drawing, () => List({ fixed: true }), press('b', 'ArrowUp'));
    expect(parts.filter(({ props }) => props['draggable'] === true)).toEqual([]);
    expect(moves).toEqual([]);
  });
});
