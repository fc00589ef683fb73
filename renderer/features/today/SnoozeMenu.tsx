import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SnoozeChoice, TodayPage } from '#shared/domain/today/model.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { PutOffMenu, type PutOffMode } from '#renderer/ui/PutOffMenu.tsx';

export interface SnoozeMenuProps {
  name: string;
  today: IsoDate;
  choices: TodayPage['snooze'];
  mode: PutOffMode;
  onMode: (mode: PutOffMode) => void;
  /** `when` is how the time is said. */
  onChoose: (until: SnoozeChoice | IsoDate, when: string) => void;
  /** An icon only. */
  small?: boolean;
}

/** Puts a row off: later today, tomorrow, next week, or to a day from the calendar. */
export function SnoozeMenu({ name, today, choices, mode, onMode, onChoose, small = false }: SnoozeMenuProps) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const words = useDayWords();
  const timeOf = ({ choice, at }: TodayPage['snooze'][number]): string => (choice === 'later' ? format.time(at) : format.day(format.dayOf(at)));
  return (
    <PutOffMenu
      choices={choices.map((one) => ({ value: one.choice, label: t(`snooze.${one.choice}`), when: timeOf(one) }))}
      pick={t('snooze.pick')} from={addDays(today, 1)} words={words} mode={mode} onMode={onMode}
      onChoose={({ value, label, when }) => onChoose(value, `${label}${t('snooze.gap')}${when}`)} onDay={(day) => onChoose(day, format.day(day))}
    >
      {small ? (
        <ActionIcon size="xs" aria-label={t('snooze.of', { name })} title={t('snooze.short')}><Icon name="clock" size={15} /></ActionIcon>
      ) : <Button size="xs" rightSection={<KeyHint keys={['S']} />}>{t('snooze.short')}</Button>}
    </PutOffMenu>
  );
}

/** An action of a row as an icon, named by its tooltip. */
export function IconAction({ icon, label, onClick }: { icon: Parameters<typeof Icon>[0]['name']; label: string; onClick: () => void }) {
  return <Tooltip label={label}><ActionIcon size="xs" aria-label={label} onClick={onClick}><Icon name={icon} size={15} /></ActionIcon></Tooltip>;
}
