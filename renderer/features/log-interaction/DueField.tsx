import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '#shared/domain/interaction/parse-when.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DayPicker } from './DayPicker.tsx';
import classes from './log.module.css';
import { weekdayName, type WallClock } from './view-model.ts';
import { WordsInput } from './WordsInput.tsx';

interface DueFieldProps {
  value: IsoDate | null;
  /** The date comes from the words of the step and may still change with them. */
  fromWords: boolean;
  clock: WallClock;
  label: string;
  onChange: (date: IsoDate | null) => void;
}

/** The day by which a next step is due. */
export function DueField({ value, fromWords, clock, label, onChange }: DueFieldProps) {
  const { t } = useTranslation('log');
  const format = useFormat();
  const shown = value === null ? '' : t('steps.day', { day: format.day(value), weekday: weekdayName(value, format.language) });
  return (
    <WordsInput
      className={classes['due']}
      variant="unstyled"
      label={label}
      pickLabel={t('steps.pickDue')}
      icon="calendar"
      shown={shown}
      accented={fromWords}
      placeholder={t('steps.noDue')}
      onWords={(text) => {
        if (text.trim() === '') {
          onChange(null);
          return true;
        }
        const date = parseWhen(text, clock, 'future')?.date ?? null;
        if (date !== null) onChange(date);
        return date !== null;
      }}
      renderPicker={(close) => (
        <Stack gap="xs">
          <DayPicker
            value={value}
            today={clock.date}
            onChange={(date) => {
              onChange(date);
              close();
            }}
          />
          {value !== null && <Button size="xs" variant="subtle" onClick={() => { onChange(null); close(); }}>{t('steps.clearDue')}</Button>}
        </Stack>
      )}
    />
  );
}
