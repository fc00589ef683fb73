import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaVoice } from '#shared/domain/criteria/describe.ts';
import { useFormat } from '#renderer/client/use-format.ts';

/** How criteria are said in the person's language. */
export function useCriteriaVoice(): CriteriaVoice {
  const { t } = useTranslation('criteria');
  const format = useFormat();
  return useMemo(() => ({
    words: (key, params = {}) => t(key, params),
    money: (value) => format.money(value),
    number: (value) => format.number(value),
    percent: (value) => format.percent(value),
    day: (value) => format.day(value),
  }), [format, t]);
}
