import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The words that every chart card of this feature carries. */
export function useChartWords() {
  const { t } = useTranslation('business');
  return useMemo(() => ({ chart: t('view.chart'), table: t('view.table'), view: t('view.label'), thisYear: t('thisYear'), yearBefore: t('yearBefore') }), [t]);
}
