import { useTranslation } from 'react-i18next';
import { resolveWindow } from '#shared/domain/measures/window.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { NoData } from '#renderer/tables/NoData.tsx';
import { StatStrip, type StatItem } from '#renderer/ui/StatStrip.tsx';
import type { AccountFileTab, OrderRowsRequest } from './account-tabs.ts';
import type { AccountFile, BusinessMonths } from './api.ts';
import { changeRatio, inDueOrder, ratioOf, yearFigures } from './view-model.ts';

interface StatFiguresProps {
  file: AccountFile;
  business: BusinessMonths;
  /** Set while an older year is shown than the one that ends today. */
  until: string | undefined;
  onRows: (request: OrderRowsRequest) => void;
  onTab: (tab: AccountFileTab) => void;
}

/** Four figures, each beside what it was: of the twelve months to today, or of the older year that is shown. */
export function StatFigures({ file, business, until, onRows, onTab }: StatFiguresProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const year = yearFigures(business.months);
  const current = resolveWindow({ months: 12 }, format.today);
  const older = until !== undefined;
  const from = older ? (business.months[0]?.days.from ?? until) : current.from;
  const to = older ? (business.months.at(-1)?.days.to ?? until) : current.to;
  const { revenue, revenueBefore, margin } = older ? { revenue: year.amount, revenueBefore: year.amountBefore, margin: year.margin } : file.figures;
  const sold = revenue !== null && (revenue !== 0 || file.figures.months.some((month) => month !== 0));
  const change = changeRatio(revenue, revenueBefore);
  const rows = { title: t('rows.period', { period: format.dayRange(from, to) }), accountId: file.account.id, from, to };
  const late = inDueOrder(file.tasks).filter((task) => task.dueOn !== null && task.dueOn < format.today).length;

  const items: StatItem[] = [
    {
      label: older ? t('stat.revenueTo', { month: format.month(to, true) }) : t('stat.revenue'),
      value: sold || older ? format.money(revenue) : <NoData reason={t('noOrdersBetween', { period: format.dayRange(from, to) })} />,
      note: change === null ? t('stat.nothingBefore') : t('stat.onYearBefore', { change: format.percent(change, true) }),
      ...(sold || older ? { title: format.moneyExact(revenue), onOpen: () => onRows(rows) } : {}),
    },
    {
      label: t('stat.margin'),
      value: margin === null ? <NoData reason={sold || older ? t('noCost') : t('noOrdersBetween', { period: format.dayRange(from, to) })} /> : format.money(margin),
      note: margin !== null ? marginNote() : t(sold || older ? 'stat.costUnknown' : 'stat.nothingBefore'),
      ...(margin === null ? {} : { title: format.moneyExact(margin), onOpen: () => onRows(rows) }),
    },
    {
      label: t('stat.orders'),
      value: format.number(file.orderCount),
      note: business.latestOrderOn === null ? t('stat.noOrder') : t('stat.latestOrder', { date: format.day(business.latestOrderOn) }),
      onOpen: () => onTab('timeline'),
    },
    {
      label: t('stat.interactions'),
      value: format.number(file.interactionCount),
      note: lastNote(file.figures.lastInteractionAt),
      onOpen: () => onTab('timeline'),
    },
    {
      label: t('stat.tasks'),
      value: format.number(file.openTaskCount),
      note: late > 0 ? t('stat.late', { count: late }) : t('stat.noneLate'),
    },
  ];
  function lastNote(at: number | null): string {
    if (at === null) return t('stat.noInteraction');
    // “Today” begins a cell elsewhere; here it stands within a phrase.
    return format.dayOf(at) === format.today ? t('stat.lastInteractionToday') : t('stat.lastInteraction', { ago: format.ago(at) });
  }
  function marginNote(): string {
    const share = ratioOf(margin, revenue);
    const before = ratioOf(year.marginBefore, year.amountBefore);
    return before === null || share === null ? format.percent(share) : t('stat.marginWas', { share: format.percent(share), before: format.percent(before) });
  }
  return <StatStrip items={items} label={t('stat.label')} />;
}
