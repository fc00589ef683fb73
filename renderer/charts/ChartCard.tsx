import { SegmentedControl } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import styles from './chart.module.css';

interface ChartCardProps {
  title: string;
  /** The finding in a sentence. */
  finding?: ReactNode;
  /** Whether the picture shows the year before. */
  compared: boolean;
  words: { chart: string; table: string; thisYear: string; yearBefore: string; view: string };
  chart: ReactNode;
  table: ReactNode;
}

/** A titled picture with its legend and the same figures as a table. */
export function ChartCard({ title, finding, compared, words, chart, table }: ChartCardProps) {
  const [view, setView] = useState('chart');
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>{title}</h2>
        {view === 'chart' && compared && (
          <div className={styles.legend}>
            <span><i className={styles.bar} aria-hidden="true" />{words.thisYear}</span>
            <span><i className={styles.tick} aria-hidden="true" />{words.yearBefore}</span>
          </div>
        )}
        <SegmentedControl
          size="xs" aria-label={words.view} value={view} onChange={setView}
          data={[{ value: 'chart', label: words.chart }, { value: 'table', label: words.table }]}
        />
      </div>
      {finding && <p className={styles.finding}>{finding}</p>}
      {view === 'chart' ? chart : table}
    </section>
  );
}
