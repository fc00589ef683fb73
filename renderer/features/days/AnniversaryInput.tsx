import { Checkbox, Fieldset, SegmentedControl, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftOf, textOfDraft, type AnniversaryDraft } from '#shared/domain/calendar/anniversary-draft.ts';
import { parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { lunarDateName, lunarMonthName } from '#shared/domain/calendar/lunar-names.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './days.module.css';

interface AnniversaryInputProps {
  label: string;
  /** The written day; empty for none. */
  value: string;
  /** Gets the written day; while it is not whole, text that no day is written as. */
  onChange: (text: string) => void;
  /** Only the calendar of the world. */
  solarOnly?: boolean;
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

/** A day that comes again every year, of either calendar, with or without its year; shows when it comes next in both. */
export function AnniversaryInput({ label, value, onChange, solarOnly = false }: AnniversaryInputProps) {
  const { t } = useTranslation('days');
  const format = useFormat();
  const hintId = useId();
  const [draft, setDraft] = useState<AnniversaryDraft>(() => draftOf(value));
  const text = textOfDraft(draft);
  const lunar = draft.calendar === 'lunar';
  const whole = parseAnniversary(text) !== null;
  const { data } = useQuery(useApi().days.next.queryOptions({ input: { day: text }, enabled: whole, placeholderData: keepPreviousData }));
  const change = (patch: Partial<AnniversaryDraft>): void => {
    const next = { ...draft, ...patch };
    setDraft(next);
    onChange(textOfDraft(next));
  };
  const leapFits = lunar && whole && data?.leap === true;
  const hint = text === '' ? null
    : !whole ? t('notWhole')
      : data?.next ? t('next', { date: format.dayFull(data.next.date), lunar: data.next.lunar }) : null;
  return (
    <Fieldset legend={label} variant="unstyled" className={classes['anniversary']} aria-describedby={hintId}>
      {!solarOnly && (
        <SegmentedControl
          size="xs" aria-label={t('calendar')} value={draft.calendar} data={[{ value: 'solar', label: t('solarCalendar') }, { value: 'lunar', label: t('lunarCalendar') }]}
          onChange={(calendar) => change({ calendar: calendar === 'lunar' ? 'lunar' : 'solar', leap: false })}
        />
      )}
      <div className={classes['parts']}>
        <TextInput
          aria-label={t('year')} placeholder={t('yearHint')} value={draft.year} maxLength={4} inputMode="numeric" autoComplete="off"
          onChange={(event) => change({ year: event.currentTarget.value.replaceAll(/\D/g, '') })}
        />
        <Select
          aria-label={t('month')} placeholder={t('month')} clearable clearButtonProps={{ 'aria-label': t('clear') }} value={draft.month === '' ? null : draft.month}
          data={upTo(12).map((month) => ({ value: String(month), label: lunar ? lunarMonthName(month) : format.month(`2024-${String(month).padStart(2, '0')}`) }))}
          onChange={(month) => change({ month: month ?? '', leap: false })}
        />
        <Select
          aria-label={t('day')} placeholder={t('day')} clearable clearButtonProps={{ 'aria-label': t('clear') }} value={draft.day === '' ? null : draft.day}
          data={upTo(lunar ? 30 : 31).map((day) => ({ value: String(day), label: lunar ? lunarDateName(day) : String(day) }))}
          onChange={(day) => change({ day: day ?? '' })}
        />
      </div>
      {(leapFits || draft.leap) && <Checkbox label={t('leap')} checked={draft.leap} onChange={(event) => change({ leap: event.currentTarget.checked })} />}
      <small id={hintId} role="status" className={classes['hint']}>{hint}</small>
    </Fieldset>
  );
}
