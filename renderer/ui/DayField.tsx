import 'dayjs/locale/zh-cn';
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { useEscape } from './use-escape.ts';
import classes from './DayField.module.css';

/** What the calendar says in the person's language. */
export interface DayWords {
  chinese: boolean;
  /** `YYYY-MM-DD`: the month shown where nothing is chosen yet. */
  today: string;
  dayName: (date: string) => string;
  pattern: string;
  /** What is wrong with a day typed otherwise. */
  wrong: string;
  open: string;
  previous: string;
  next: string;
}

interface DayFieldProps {
  label?: string;
  /** Spoken where there is no label. */
  name: string;
  /** As it is typed. */
  text: string;
  /** The day that the text means; null while it means none. */
  day: string | null;
  onText: (text: string) => void;
  onPick: (day: string) => void;
  words: DayWords;
  /** The calendar floats over the page instead of making room for itself. */
  floating?: boolean;
  /** In words where nothing else says what is wrong. */
  error?: ReactNode;
  describedBy?: string | undefined;
  autoFocus?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The focus left the field and its calendar. */
  onLeave?: () => void;
}

/** Tells the dialogs around that Esc is not theirs, as the library's own fields do. */
const keepsEscape = { __stopPropagation: true };

/** A day typed as YYYY-MM-DD, or picked: ↓ goes into the calendar, arrows go from day to day, Enter takes one, Esc goes back. */
export function DayField({ label, name, text, day, onText, onPick, words, floating = false, error = false, describedBy, autoFocus, onKeyDown, onLeave }: DayFieldProps) {
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLDivElement>(null);
  const start = day ?? words.today;

  function close(): void {
    setOpen(false);
    input.current?.focus();
  }
  useEscape(open, [field, calendar], close);
  function onFieldKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'ArrowDown' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(true);
    } else onKeyDown?.(event);
  }
  function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
    const inside = relatedTarget instanceof Node && (field.current?.contains(relatedTarget) || calendar.current?.contains(relatedTarget));
    if (!inside && currentTarget.isConnected && document.hasFocus()) onLeave?.();
  }
  const month = (
    <div ref={calendar} className={classes['calendar']} onKeyDown={(event) => event.stopPropagation()}>
      <DatePicker
        {...keepsEscape}
        size="sm" value={day} defaultDate={start} hideOutsideDates highlightToday firstDayOfWeek={1} weekendDays={[]}
        locale={words.chinese ? 'zh-cn' : 'en'} monthLabelFormat={words.chinese ? 'YYYY年M月' : 'MMMM YYYY'} getDayAriaLabel={words.dayName}
        getDayProps={(date) => (date === start ? { 'data-autofocus': true, ref: (node: HTMLElement | null) => { if (node && !floating) node.focus(); } } : {})}
        ariaLabels={{ previousMonth: words.previous, nextMonth: words.next }}
        onChange={(date) => {
          if (date !== null) onPick(date);
          close();
        }}
      />
    </div>
  );
  const typed = (
    <TextInput
      ref={input} size={floating ? 'xs' : 'sm'} label={label} aria-label={label === undefined ? name : undefined} autoFocus={autoFocus} value={text} error={error} aria-describedby={describedBy}
      placeholder={words.pattern} autoComplete="off" maxLength={10} onChange={(event) => onText(event.currentTarget.value)} onKeyDown={onFieldKey} onBlur={onBlur}
      onFocus={(event) => event.currentTarget.select()} data-mantine-stop-propagation={open} rightSectionPointerEvents="all"
      rightSection={(
        <ActionIcon size="xs" aria-label={words.open} title={words.open} aria-expanded={open} data-mantine-stop-propagation={open} onClick={() => setOpen(!open)} onBlur={onBlur}><Icon name="calendar" size={14} /></ActionIcon>
      )}
    />
  );
  if (!floating) return <div ref={field}>{typed}{open && month}</div>;
  return (
    <div ref={field}>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus withRoles={false} closeOnEscape={false}>
        <Popover.Target><div>{typed}</div></Popover.Target>
        <Popover.Dropdown p={8} role="dialog" aria-label={words.open}>{month}</Popover.Dropdown>
      </Popover>
    </div>
  );
}
