import { Button, Menu, Popover, Tooltip, ActionIcon } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import type { SnoozeChoice, TodayPage } from '#shared/domain/today/model.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import { useDayWords } from '#renderer/client/use-day-words.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import styles from './today.module.css';

export type SnoozeMode = 'menu' | 'day' | null;

export interface SnoozeMenuProps {
  name: string;
  today: IsoDate;
  choices: TodayPage['snooze'];
  /** What is open: the choices, the calendar, or nothing. */
  mode: SnoozeMode;
  onMode: (mode: SnoozeMode) => void;
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
  const label = t('snooze.of', { name });
  const first = addDays(today, 1);
  const timeOf = ({ choice, at }: TodayPage['snooze'][number]): string => (choice === 'later' ? format.time(at) : format.day(format.dayOf(at)));
  return (
    <Popover opened={mode === 'day'} onChange={(opened) => onMode(opened ? 'day' : null)} position="bottom-end" trapFocus withRoles={false}>
      <Popover.Target>
        <span>
          <Menu opened={mode === 'menu'} onChange={(opened) => onMode(opened ? 'menu' : null)} closeOnItemClick={false} withInitialFocusPlaceholder={false} position="bottom-end" width={210}>
            <Menu.Target>
              {small ? (
                <ActionIcon size="xs" aria-label={label} title={t('snooze.short')}><Icon name="clock" size={15} /></ActionIcon>
              ) : <Button size="xs" rightSection={<KeyHint keys={['S']} />}>{t('snooze.short')}</Button>}
            </Menu.Target>
            <Menu.Dropdown>
              {choices.map((one, index) => (
                <Menu.Item key={one.choice} data-autofocus={index === 0 || undefined} onClick={() => onChoose(one.choice, `${t(`snooze.${one.choice}`)}${t('snooze.gap')}${timeOf(one)}`)} rightSection={<span className={styles.menuTime}>{timeOf(one)}</span>}>
                  {t(`snooze.${one.choice}`)}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => onMode('day')}>{t('snooze.pick')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={8} role="dialog" aria-label={t('snooze.pick')}>
        <DatePicker
          size="sm" value={null} defaultDate={first} minDate={first} hideOutsideDates firstDayOfWeek={1} weekendDays={[]}
          locale={words.chinese ? 'zh-cn' : 'en'} monthLabelFormat={words.chinese ? 'YYYY年M月' : 'MMMM YYYY'} getDayAriaLabel={words.dayName}
          getDayProps={(date) => (date === first ? { 'data-autofocus': true } : {})}
          ariaLabels={{ previousMonth: words.previous, nextMonth: words.next }}
          onChange={(date) => {
            if (date !== null) onChoose(date, format.day(date));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** An action of a row as an icon, named by its tooltip. */
export function IconAction({ icon, label, onClick }: { icon: Parameters<typeof Icon>[0]['name']; label: string; onClick: () => void }) {
  return <Tooltip label={label}><ActionIcon size="xs" aria-label={label} onClick={onClick}><Icon name={icon} size={15} /></ActionIcon></Tooltip>;
}
