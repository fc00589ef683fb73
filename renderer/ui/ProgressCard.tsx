import { Button, Progress } from '@mantine/core';
import classes from './ProgressCard.module.css';

export interface ProgressCardProps {
  /** What runs: “Importing orders.csv”. */
  verb: string;
  /** 0 to 1; null while unknown. */
  fraction: number | null;
  /** “12,400 of 73,595”. */
  count: string;
  /** “9,300 a second”. */
  rate: string | null;
  cancel: { label: string; onClick: () => void; busy: boolean };
}

/** Long work at the bottom left of the page: it stays while the person works on. */
export function ProgressCard({ verb, fraction, count, rate, cancel }: ProgressCardProps) {
  return (
    <section className={classes['card']} aria-label={verb}>
      <p className={classes['verb']}>{verb}</p>
      <Progress size={4} value={(fraction ?? 0) * 100} aria-label={verb} className={classes['bar']} />
      <div className={classes['foot']}>
        <span className={classes['count']}>{count}</span>
        {rate !== null && <span className={classes['rate']}>{rate}</span>}
        <Button size="xs" onClick={cancel.onClick} disabled={cancel.busy} className={classes['cancel']}>{cancel.label}</Button>
      </div>
    </section>
  );
}
