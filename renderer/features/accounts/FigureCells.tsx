import type { AccountRow } from '#shared/contract/accounts.ts';
import { resolveWindow } from '#shared/domain/measures/window.ts';
import { Sparkline } from '#renderer/charts/Sparkline.tsx';
import { NoData } from '#renderer/tables/NoData.tsx';
import type { CellWords } from './cell-words.ts';
import { marginRatio, revenueGap } from './view-model.ts';
import styles from './accounts.module.css';

interface FigureCellProps extends CellWords {
  row: AccountRow;
}

function gapText(t: CellWords['t'], format: CellWords['format'], gap: 'never' | 'period'): string {
  const { from, to } = resolveWindow({ months: 12 }, format.today);
  return gap === 'never' ? t('noOrders') : t('noOrdersBetween', { period: format.dayRange(from, to) });
}

/** Revenue of 12 months: its shape, then the number. */
export function RevenueCell({ t, format, row }: FigureCellProps) {
  const gap = revenueGap(row);
  if (gap) return <NoData reason={gapText(t, format, gap)} />;
  return (
    <>
      <Sparkline values={row.months} />
      <span className={styles.money} title={format.moneyExact(row.revenue)}>{format.money(row.revenue)}</span>
    </>
  );
}

/** Margin in money and as a part of revenue; the bar is full at 100 %. */
export function MarginCell({ t, format, row }: FigureCellProps) {
  const gap = revenueGap(row);
  if (gap || row.margin === null) return <NoData reason={gap ? gapText(t, format, gap) : t('noCost')} />;
  const ratio = marginRatio(row);
  return (
    <>
      <span className={styles.share} aria-hidden="true"><i style={{ width: `${Math.min(1, Math.max(0, ratio ?? 0)) * 100}%` }} /></span>
      <span className={styles.money} title={format.moneyExact(row.margin)}>{format.money(row.margin)}</span>
      <span className={styles.percent}>{format.percent(ratio)}</span>
    </>
  );
}
