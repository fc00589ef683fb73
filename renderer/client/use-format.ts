import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import { createFormat, type Format } from './format.ts';
import { useAppState } from './use-app-state.ts';

/** Numbers, money, dates and instants in the person's language and the open book's currency and zone. */
export function useFormat(): Format {
  const { i18n, t } = useTranslation('common');
  const { book } = useAppState();
  const language = i18n.resolvedLanguage === 'zh-CN' ? 'zh-CN' : 'en';
  const timeZone = book?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const currency = book?.currency ?? 'USD';
  // Only while no book is open: an open one says what day it is.
  const [startedAt] = useState(Date.now);
  const today = book?.today ?? dateInZone(startedAt, timeZone);
  return useMemo(() => createFormat({
    language, currency, timeZone, today,
    words: {
      today: t('day.today'),
      tomorrow: t('day.tomorrow'),
      ago: (days) => t('day.ago', { count: days }),
      late: (days) => t('day.late', { count: days }),
    },
  }), [language, currency, timeZone, today, t]);
}
