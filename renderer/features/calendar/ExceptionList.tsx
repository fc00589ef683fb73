import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarException } from '#shared/contract/calendar.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import classes from './calendar.module.css';
import { stretchesOf } from './view-model.ts';

/** The days that differ from the week, those to come first; days of one's own can be removed where the book can be written. */
export function ExceptionList({ exceptions, onRemove }: { exceptions: readonly CalendarException[]; onRemove?: ((date: string) => void) | undefined }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const [past, setPast] = useState(false);
  const all = stretchesOf(exceptions);
  const shown = past ? all : all.filter(({ to }) => to >= format.today);
  if (all.length === 0) return <EmptyState compact icon="calendar" text={t('exceptionsEmpty')} />;
  return (
    <>
      <ul className={classes['list']}>
        {shown.map(({ from, to, working, name, own }) => (
          <li key={from} className={classes['item']}>
            <span className={classes['when']}>{format.dayRange(from, to)}</span>
            <span className={classes['name']}>{name}{own && <small>{t('own')}</small>}</span>
            <span className={classes['kind']} data-working={working || undefined}>{t(working ? 'working' : 'off')}</span>
            {own && onRemove && (
              <ActionIcon size="sm" aria-label={t('remove', { date: format.dayFull(from) })} title={t('remove', { date: format.dayFull(from) })} onClick={() => onRemove(from)}><Icon name="trash" size={14} /></ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {shown.length < all.length && <Button size="xs" variant="subtle" ml={-9} onClick={() => setPast(true)}>{t('showPast', { count: all.length - shown.length })}</Button>}
    </>
  );
}
