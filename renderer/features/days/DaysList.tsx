import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountDay } from '#shared/domain/calendar/account-days.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import classes from './days.module.css';
import { MilestoneForm } from './MilestoneForm.tsx';
import { useMilestoneWrites } from './use-milestone-writes.ts';
import { useSayDay } from './use-say-day.ts';

/** Days shown before the rest is asked for. */
const FIRST = 5;

/** What is kept of a day: how many years, or just what it is. */
function useTitle(): (day: AccountDay) => string {
  const { t } = useTranslation('days');
  return ({ kind, name, next }) => {
    const years = next?.years ?? null;
    const values = { name: name ?? '', count: years ?? 0 };
    return years === null || years === 0 ? t(`what.${kind}`, values) : t(`years.${kind}`, values);
  };
}

/** The days that matter at an account, in the order in which they come; milestones are changed in place. */
export function DaysList({ accountId }: { accountId: string }) {
  const { t } = useTranslation('days');
  const format = useFormat();
  const errorText = useErrorText();
  const say = useSayDay();
  const titleOf = useTitle();
  const { data: days, error } = useQuery(useApi().days.ofAccount.queryOptions({ input: { accountId } }));
  const { add, change, remove } = useMilestoneWrites(accountId);
  const [edited, setEdited] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const shown = all ? days : days?.slice(0, FIRST);
  const leave = (): void => setEdited(null);
  return (
    <section>
      <SectionHeading line>{t('title')}</SectionHeading>
      {error && <DataError {...errorText(error)} />}
      {days?.length === 0 && edited === null && <EmptyState compact icon="calendar" text={t('empty')} />}
      <ul className={classes['list']}>
        {shown?.map((one) => {
          const { kind, id, name, day, yearly, next } = one;
          const title = titleOf(one);
          if (kind === 'milestone' && edited === id) {
            return (
              <li key={id} className={classes['item']}>
                <MilestoneForm milestone={{ title: name ?? '', onDay: day, yearly }} onSave={(fields) => change(id, fields)} onRemove={() => remove(id, name ?? '')} onLeave={leave} />
              </li>
            );
          }
          return (
            <li key={`${kind} ${id}`} className={classes['item']} data-over={next === null || undefined}>
              <div className={classes['text']}>
                <div className={classes['clip']} title={title}>{title}</div>
                <small className={classes['clip']}>{say(day)}{next && !day.startsWith('lunar:') && <span className={classes['lunar']} lang="zh-CN">{next.lunar}</span>}</small>
              </div>
              {kind === 'milestone' && <ActionIcon size="sm" aria-label={t('edit', { title: name })} title={t('edit', { title: name })} onClick={() => setEdited(id)}><Icon name="pencil" size={13} /></ActionIcon>}
              <span className={classes['when']} title={next ? format.dayFull(next.date) : undefined}>{next ? format.due(next.date).text : t('over')}</span>
            </li>
          );
        })}
      </ul>
      <div className={classes['below']}>
        {days && days.length > FIRST && !all && <Button size="xs" variant="subtle" onClick={() => setAll(true)}>{t('showAll', { count: days.length })}</Button>}
        {edited === 'new' ? <MilestoneForm milestone={null} onSave={add} onLeave={leave} /> : (
          <Button size="xs" variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={() => setEdited('new')}>{t('add')}</Button>
        )}
      </div>
    </section>
  );
}
