import { useState, type DragEvent, type KeyboardEvent } from 'react';

type Side = 'above' | 'below';

/** What an entry of a list needs to be dragged, and moved by Alt ↑ ↓. */
interface ReorderProps {
  draggable: boolean;
  /** Where the entry that is dragged would be put. */
  'data-over': Side | undefined;
  'data-dragged': true | undefined;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Entries of a list that a person puts in order by mouse or keyboard.
 * @param ids the entries as they stand
 * @param onMove told that `id` takes the place of `target`; null where the order is fixed
 */
export function useReorder<Id extends string>(ids: readonly Id[], onMove: ((id: Id, target: Id) => void) | null): (id: Id) => ReorderProps {
  const [dragged, setDragged] = useState<Id | null>(null);
  const [over, setOver] = useState<Id | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  const sideOf = (id: Id): Side | undefined => (dragged === null || over !== id || dragged === id ? undefined : ids.indexOf(dragged) < ids.indexOf(id) ? 'below' : 'above');
  return (id) => ({
    draggable: onMove !== null,
    'data-over': sideOf(id),
    'data-dragged': dragged === id || undefined,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move';
      // Some browsers drag nothing that carries nothing.
      event.dataTransfer.setData('application/x-ballast-entry', id);
      setDragged(id);
    },
    onDragEnd: end,
    onDragOver: (event) => {
      // What comes from elsewhere is not taken.
      if (dragged === null) return;
      event.preventDefault();
      setOver(id);
    },
    onDrop: (event) => {
      event.preventDefault();
      if (dragged !== null && dragged !== id) onMove?.(dragged, id);
      end();
    },
    onKeyDown: (event) => {
      if (!event.altKey || onMove === null || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const target = ids[ids.indexOf(id) + (event.key === 'ArrowUp' ? -1 : 1)];
      if (target !== undefined) onMove(id, target);
    },
  });
}
