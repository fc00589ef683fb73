import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { BarPoint } from './bar-point.ts';
import type { ChartFrame } from './chart-frame.ts';
import styles from './chart.module.css';

interface ChartPointsProps {
  points: readonly BarPoint[];
  frame: ChartFrame;
  lying: boolean;
  label: string;
  /** Index of the point under the pointer or the focus. */
  onPoint: (index: number | null) => void;
  onOpen: (point: BarPoint) => void;
}

/** Real buttons over the bars: one tab stop, arrow keys from point to point, Enter or a click opens the rows. */
export function ChartPoints({ points, frame, lying, label, onPoint, onOpen }: ChartPointsProps) {
  const [at, setAt] = useState(points.length - 1);
  const current = Math.min(Math.max(at, 0), points.length - 1);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const moves: Record<string, number> = { ArrowRight: current + 1, ArrowDown: current + 1, ArrowLeft: current - 1, ArrowUp: current - 1, Home: 0, End: points.length - 1 };
    const to = moves[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(Math.max(to, 0), points.length - 1);
    setAt(next);
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
  }

  const style: CSSProperties = lying
    ? { left: 0, right: 0, top: frame.top, bottom: frame.bottom, flexDirection: 'column' }
    : { left: frame.left, right: frame.right, top: 0, bottom: 0, flexDirection: 'row' };
  return (
    <div role="group" aria-label={label} className={styles.points} style={style} onKeyDown={onKeyDown} onMouseLeave={() => onPoint(null)}>
      {points.map((point, index) => (
        <button
          key={point.key} type="button" tabIndex={index === current ? 0 : -1} aria-label={point.lines.join(', ')} className={styles.point}
          onMouseEnter={() => onPoint(index)} onFocus={() => { setAt(index); onPoint(index); }} onBlur={() => onPoint(null)} onClick={() => onOpen(point)}
        />
      ))}
    </div>
  );
}
