import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snooze } from '#shared/domain/reminder/snooze-until.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { PutOffMenu, type PutOffMode } from '#renderer/ui/PutOffMenu.tsx';

/** The moments move on with the clock. */
const FRESH_MS = 60_000;

interface SnoozeCardProps {
  /** What is put off, for who hears the page. */
  title: string;
  /** `when` is how the moment is said. */
  onSnooze: (until: Snooze, when: string) => void;
}

/** Puts a reminder off: to one of a few moments, each with its time, or to a day from the calendar. */
export function SnoozeCard({ title, onSnooze }: SnoozeCardProps) {
  const { t } = useTranslation('reminders');
  const format = useFormat();
  const words = useDayWords();
  const [mode, setMode] = useState<PutOffMode>(null);
  const { data = [], isPending } = useQuery({ ...useApi().reminders.snoozes.queryOptions(), refetchInterval: FRESH_MS });
  const whenOf = (at: number): string => (format.dayOf(at) === format.today ? format.time(at) : format.instant(at));
  const choose = (until: Snooze, when: string): void => {
    setMode(null);
    onSnooze(until, when);
  };
  return (
    <PutOffMenu
      // A menu that grows while it is open would leave the focus on its last line.
      width={270} mode={isPending ? null : mode} onMode={setMode} from={addDays(format.today, 1)} words={words} pick={t('until.pick')}
      choices={data.map(({ choice, at }) => ({ value: choice, label: t(`until.${choice}`), when: whenOf(at) }))}
      onChoose={({ value, when }) => choose(value, when)} onDay={(day) => choose(day, format.day(day))}
    >
      <Button size="compact-xs" variant="default" aria-label={t('until.of', { what: title })}>{t('until.short')}</Button>
    </PutOffMenu>
  );
}
