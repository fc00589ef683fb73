import { Button, Group, Stack } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import { DayPicker } from './DayPicker.tsx';
import type { LogDraft } from './log-draft.ts';
import classes from './log.module.css';
import { readWhen, whenText, type WallClock } from './view-model.ts';
import { WordsInput } from './WordsInput.tsx';

interface WhenFieldProps {
  draft: LogDraft;
  clock: WallClock;
  onChange: (draft: LogDraft) => void;
  error: string | null;
}

const LENGTHS = [15, 30, 45, 60, 90, 120];

/** When it was and how long: words, or a calendar, a clock and usual lengths. */
export function WhenField({ draft, clock, onChange, error }: WhenFieldProps) {
  const { t } = useTranslation('log');
  const { language } = useFormat();
  const shown = draft.unreadWhen ?? whenText(draft, clock.date, language, {
    yesterday: t('when.yesterday'), today: t('when.today'), tomorrow: t('when.tomorrow'), length: (minutes) => t('when.length', { minutes }),
  });
  const set = (part: Partial<LogDraft>): void => onChange({ ...draft, unreadWhen: null, ...part });

  return (
    <WordsInput
      className={classes['when']}
      label={t('when.label')}
      pickLabel={t('when.pick')}
      icon="clock"
      field="when"
      shown={shown}
      error={error}
      onWords={(text) => {
        const read = readWhen(draft, text, clock);
        onChange(read);
        return read.unreadWhen === null;
      }}
      renderPicker={(close) => (
        <Stack gap="xs" w={252}>
          <DayPicker value={draft.date} today={clock.date} onChange={(date) => date && set({ date })} />
          <div className={classes['lengths']} role="group" aria-label={t('when.lengths')}>
            {LENGTHS.map((minutes) => (
              <Button
                key={minutes}
                size="xs"
                px={4}
                variant={draft.durationMinutes === minutes ? 'light' : 'default'}
                aria-pressed={draft.durationMinutes === minutes}
                onClick={() => set({ durationMinutes: draft.durationMinutes === minutes ? null : minutes })}
              >
                {t('when.short', { minutes })}
              </Button>
            ))}
          </div>
          <Group justify="space-between">
            <TimePicker
              value={draft.time}
              onChange={(time) => time && set({ time: time.slice(0, 5) })}
              aria-label={t('when.time')}
              hoursInputLabel={t('when.hours')}
              minutesInputLabel={t('when.minutes')}
            />
            <Button size="xs" variant="filled" onClick={close}>{t('when.take')}</Button>
          </Group>
        </Stack>
      )}
    />
  );
}
