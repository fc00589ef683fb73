import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sayAnniversary } from '#shared/domain/calendar/say-anniversary.ts';
import type { FieldChange } from '#shared/domain/history/model.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useNames } from './api.ts';
import { shownValue } from './view-model.ts';

/** Words a logged value: `(field, value) => text`. */
export function useValueText(accountId: string): (field: string, value: FieldChange['from']) => string {
  const { t } = useTranslation('history-view');
  const format = useFormat();
  const names = useNames(accountId);
  return useCallback((field, value) => {
    const shown = shownValue(field, value);
    switch (shown.as) {
      case 'nothing': return t('nothing');
      case 'text': return shown.text;
      case 'flag': return t(shown.on ? 'yes' : 'no');
      case 'day': return format.dayFull(shown.day);
      case 'anniversary': return sayAnniversary(shown.day, format.language, (day, year) => (year === null ? t('lunar', { day }) : t('lunarYear', { day, year })));
      case 'instant': return format.instant(shown.at);
      case 'money': return format.moneyExact(shown.value);
      case 'quantity': return format.quantity(shown.value);
      case 'share': return format.percent(shown.value);
      case 'number': return format.number(shown.value);
      case 'name': return names.get(shown.id) ?? t('anotherRecord');
      case 'roles': return shown.roles.length === 0 ? t('nothing') : shown.roles.map((role) => t(`role.${role}`)).join(t('join'));
      case 'kind': return t(`kind.${shown.kind}`);
      default: return assertNever(shown);
    }
  }, [t, format, names]);
}
