import 'dayjs/locale/zh-cn';
import { Menu, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import type { ReactElement } from 'react';
import type { DayWords } from './DayField.tsx';
import classes from './PutOffMenu.module.css';

/** What is open: the choices, the calendar, or nothing. */
export type PutOffMode = 'menu' | 'day' | null;

export interface PutOffChoice<T extends string> {
  value: T;
  label: string;
  /** The time or the day that it means, in words. */
  when: string;
}

export interface PutOffMenuProps<T extends string> {
  /** The button that opens it. */
  children: ReactElement;
  choices: readonly PutOffChoice<T>[];
  /** Says that a day can be picked. */
  pick: string;
  /** The first day that can be picked. */
  from: string;
  words: Pick<DayWords, 'chinese' | 'dayName' | 'previous' | 'next'>;
  mode: PutOffMode;
  onMode: (mode: PutOffMode) => void;
  onChoose: (choice: PutOffChoice<T>) => void;
  onDay: (day: string) => void;
  width?: number;
}

/** Above cards and toasts, on which it may open. */
const LAYER = 400;

/** Until when something is put off: one of a few moments, or a day from the calendar. */
export function PutOffMenu<T extends string>({ children, choices, pick, from, words, mode, onMode, onChoose, onDay, width = 210 }: PutOffMenuProps<T>) {
  return (
    <Popover opened={mode === 'day'} onChange={(opened) => onMode(opened ? 'day' : null)} position="bottom-end" trapFocus withRoles={false} zIndex={LAYER}>
      <Popover.Target>
        <span>
          <Menu opened={mode === 'menu'} onChange={(opened) => onMode(opened ? 'menu' : null)} closeOnItemClick={false} withInitialFocusPlaceholder={false} position="bottom-end" width={width} zIndex={LAYER}>
            <Menu.Target>{children}</Menu.Target>
            <Menu.Dropdown>
              {choices.map((choice, index) => (
                <Menu.Item key={choice.value} data-autofocus={index === 0 || undefined} onClick={() => onChoose(choice)} rightSection={<span className={classes['when']}>{choice.when}</span>}>
                  {choice.label}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => onMode('day')}>{pick}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={8} role="dialog" aria-label={pick}>
        <DatePicker
          size="sm" value={null} defaultDate={from} minDate={from} hideOutsideDates firstDayOfWeek={1} weekendDays={[]}
          locale={words.chinese ? 'zh-cn' : 'en'} monthLabelFormat={words.chinese ? 'YYYY年M月' : 'MMMM YYYY'} getDayAriaLabel={words.dayName}
          getDayProps={(date) => (date === from ? { 'data-autofocus': true } : {})}
          ariaLabels={{ previousMonth: words.previous, nextMonth: words.next }}
          onChange={(date) => { if (date !== null) onDay(date); }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
