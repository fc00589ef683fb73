import styles from './window-table.module.css';

/** An en dash where there is no data, with the reason on hover and for screen readers. Never 0. */
export function NoData({ reason }: { reason: string }) {
  return <span role="img" aria-label={reason} title={reason} className={styles.noData}>–</span>;
}
