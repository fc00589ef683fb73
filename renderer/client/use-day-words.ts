import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.ts';

/** What fields for a day say in the person's language; `pattern` is how a day is typed. */
export function useDayWords() {
  const { t } = useTranslation('common');
  const { language, today, dayFull } = useFormat();
  return useMemo(() => ({
    chinese: language === 'zh-CN', today, dayName: dayFull, pattern: t('day.pattern'), wrong: t('day.wrong'), open: t('day.open'), previous: t('day.previousMonth'), next: t('day.nextMonth'),
  }), [dayFull, language, t, today]);
}
