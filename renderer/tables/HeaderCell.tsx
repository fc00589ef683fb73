import type { Header } from '@tanstack/react-table';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { ColumnMoves } from './window-column.ts';
import type { WindowFeatures } from './table-features.ts';
import styles from './window-table.module.css';

interface HeaderCellProps<Row extends object> {
  header: Header<WindowFeatures, Row>;
  position: number;
  offset: number | undefined;
  /** Columns beside it, for Alt+← and Alt+→. */
  before: string | undefined;
  after: string | undefined;
  moves: ColumnMoves | undefined;
}

const sortWords = { asc: 'ascending', desc: 'descending' } as const;
const STEP = 16;
const NARROWEST = 60;
/** Names a column while it is dragged, so that nothing else is taken for one. */
const DRAGGED = 'application/x-ballast-column';

/** The name of a column: sorts by a click, moves by dragging or Alt+arrows, resizes at its edge or by Alt+Shift+arrows. */
export function HeaderCell<Row extends object>({ header: { id, column }, position, offset, before, after, moves }: HeaderCellProps<Row>) {
  const [over, setOver] = useState(false);
  const sorted = column.getIsSorted();
  const name = String(column.columnDef.header);
  const { align, head, width = 0 } = column.columnDef.meta ?? {};

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!moves || !event.altKey || way === 0) return;
    event.preventDefault();
    const to = way > 0 ? after : before;
    if (event.shiftKey) moves.onResize(id, Math.max(NARROWEST, width + way * STEP));
    else if (to !== undefined) moves.onMove(id, to);
  }
  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const handle = event.currentTarget;
    const begin = { x: event.clientX, width: handle.parentElement?.offsetWidth ?? width };
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const drag = ({ clientX }: { clientX: number }): void => moves?.onResize(id, Math.round(Math.max(NARROWEST, begin.width + clientX - begin.x)));
    handle.addEventListener('pointermove', drag);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', drag), { once: true });
  }
  return (
    <div
      role="columnheader" aria-colindex={position} aria-sort={sorted ? sortWords[sorted] : undefined} className={styles.cell} data-align={align}
      data-pinned={offset !== undefined || undefined} data-over={over || undefined} style={{ left: offset }} onKeyDown={onKeyDown}
      onDragOver={(event) => { if (event.dataTransfer.types.includes(DRAGGED)) { event.preventDefault(); setOver(true); } }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { setOver(false); moves?.onMove(event.dataTransfer.getData(DRAGGED), id); }}
    >
      {head}
      {column.getCanSort() ? (
        <button
          type="button" className={styles.sort} data-sorted={sorted || undefined} onClick={column.getToggleSortingHandler()}
          draggable={moves !== undefined} onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
        >
          {name}
          {sorted && (
            <svg width="12" height="12" viewBox="0 0 24 24" aria-hidden="true" className={styles.arrow}>
              <path d={sorted === 'desc' ? 'M12 5v13.5M6 13l6 6 6-6' : 'M12 19V5.500M6 11l6-6 6 6'} />
            </svg>
          )}
        </button>
      ) : <span draggable={moves !== undefined} onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}>{name}</span>}
      {moves && <span aria-hidden="true" className={styles.resize} onPointerDown={onPointerDown} />}
    </div>
  );
}
