import { sparklinePath } from './sparkline-path.ts';
import styles from './chart.module.css';

interface SparklineProps {
  values: readonly number[];
}

const WIDTH = 76;
const HEIGHT = 22;

/** The shape of twelve months in 76 × 22 px; decoration beside the number that it leads to. */
export function Sparkline({ values }: SparklineProps) {
  const path = sparklinePath(values, WIDTH, HEIGHT);
  if (!path) return null;
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.spark} aria-hidden="true">
      <path className={styles.sparkArea} d={path.area} />
      <path className={styles.sparkLine} d={path.line} />
      <circle className={styles.sparkEnd} cx={path.end[0]} cy={path.end[1]} r="2" />
    </svg>
  );
}
