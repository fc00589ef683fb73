import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sayAnniversary } from '#shared/domain/calendar/say-anniversary.ts';
import { useFormat } from '#renderer/client/use-format.ts';

/** Words a day that comes again: `3 Dec 1985`, `lunar 十月十八`. */
export function useSayDay(): (day: string) => string {
  const { t } = useTranslation('days');
  const { language } = useFormat();
  return useCallback((day) => sayAnniversary(day, language, (name, year) => (year === null ? t('lunar', { day: name }) : t('lunarYear', { day: name, year }))), [language, t]);
}
