import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './SkeletonRows.module.css';

/** Nothing is shown for a wait shorter than this. */
const WAIT_MS = 100;

const WIDTHS = ['62%', '48%', '71%', '55%', '66%', '43%'];

/** Rows of the right height while a list loads; nothing for the first tenth of a second. */
export function SkeletonRows({ rows = 8, height = 36, label }: { rows?: number; height?: number; label: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div role="status" aria-label={label} className={classes['root']}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes['row']} style={{ height }}>
          <Skeleton height={12} width={WIDTHS[index % WIDTHS.length]} />
        </div>
      ))}
    </div>
  );
}
