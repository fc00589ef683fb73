import type { TFunction } from 'i18next';
import { interactionKinds } from '#shared/domain/interaction/model.ts';
import type { AnniversaryRow, TodayRow } from '#shared/domain/today/model.ts';
import type { Format } from '#renderer/client/format.ts';
import type { IconName } from '#renderer/ui/icon-paths.ts';

export interface RowWords {
  title: string;
  /** The quiet line: parts with an icon each, where they have one. */
  meta: { icon?: IconName; text: string }[];
  /** At the right end of the row. */
  when: string;
}

/** What a row says. */
export function rowWords(row: TodayRow, t: TFunction<'today'>, format: Format): RowWords {
  const account = { icon: 'accounts' as const, text: row.accountName };
  switch (row.kind) {
    case 'task':
      return {
        title: row.title, when: row.days > 0 ? t('late', { count: row.days }) : t('dueToday'),
        meta: [account, ...(row.ownerName === null ? [] : [{ icon: 'person' as const, text: row.ownerName }])],
      };
    case 'quiet': {
      const silence = row.lastAt === null ? t('quiet.never', { count: row.days }) : t('quiet.days', { count: row.days });
      return { title: row.accountName, meta: [{ text: silence }, ...(row.peopleDue > 0 ? [{ text: t('quiet.people', { count: row.peopleDue }) }] : [])], when: '' };
    }
    case 'nextStep':
      return { title: row.summary, meta: [account, { icon: interactionKinds.find((kind) => kind === row.interactionKind) ?? 'meeting', text: t('step.missing') }], when: format.ago(row.at) };
    case 'keepInTouch':
      return { title: row.personName, meta: [{ text: row.accountName }, { text: t('touch.days', { limit: row.limit, days: row.days }) }], when: '' };
  }
}

export const anniversaryIcon: Record<AnniversaryRow['kind'], IconName> = { birthday: 'cake', founding: 'accounts', customerSince: 'star', milestone: 'flag' };

/** Whose day it is, and which. */
export function anniversaryWords(row: AnniversaryRow, t: TFunction<'today'>): { name: string; text: string } {
  const years = row.years !== null && row.years > 0 ? row.years : null;
  switch (row.kind) {
    case 'birthday': {
      const day = row.lunar === null ? t('day.birthday') : t('day.lunarBirthday', { lunar: row.lunar });
      return { name: row.person?.title ? t('day.person', { name: row.person.name, title: row.person.title }) : row.person?.name ?? '', text: t('day.of', { day, account: row.accountName }) };
    }
    case 'founding': return { name: row.accountName, text: years === null ? t('day.founding') : t('day.foundingYears', { count: years }) };
    case 'customerSince': return { name: row.accountName, text: t('day.customer', { count: years ?? 0 }) };
    case 'milestone': return { name: row.accountName, text: years === null ? row.title ?? '' : t('day.milestone', { title: row.title ?? '', count: years }) };
  }
}
