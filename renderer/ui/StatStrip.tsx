import type { ReactNode } from 'react';
import classes from './StatStrip.module.css';

export interface StatItem {
  label: string;
  value: ReactNode;
  /** The comparison below: a number never stands without one. */
  note?: ReactNode;
  /** Exact value and where it comes from, on hover. */
  title?: string;
  /** Opens the rows behind the number. */
  onOpen?: () => void;
}

/** A few figures side by side in one frame, divided by hairlines. */
export function StatStrip({ items, label }: { items: StatItem[]; label: string }) {
  return (
    <dl className={classes['root']} aria-label={label}>
      {items.map((item) => (
        <div key={item.label} className={classes['cell']}>
          <dt className={classes['label']}>{item.label}</dt>
          <dd className={classes['value']} title={item.title}>
            {item.onOpen ? <button type="button" className={classes['open']} onClick={item.onOpen}>{item.value}</button> : item.value}
          </dd>
          {item.note !== undefined && <dd className={classes['note']}>{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
