import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import type { KeyboardEvent } from 'react';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './account-file.module.css';

interface DayInputProps {
  /** Shown over the field; without it `name` is only spoken. */
  label?: string;
  name: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** As low as the buttons of a row. */
  low?: boolean;
  width?: number;
  onEnter?: () => void;
}

/** A calendar date, typed as YYYY-MM-DD or picked; weeks begin on Monday. */
export function DayInput({ label, name, value, onChange, low = false, width, onEnter }: DayInputProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const zh = format.language === 'zh-CN';
  return (
    <DateInput
      label={label} aria-label={label === undefined ? name : undefined} placeholder={label === undefined ? name : undefined}
      w={width} clearable valueFormat="YYYY-MM-DD" locale={zh ? 'zh-cn' : 'en'} firstDayOfWeek={1} hideOutsideDates
      monthLabelFormat={zh ? 'YYYY年M月' : 'MMMM YYYY'} getDayAriaLabel={format.dayFull} classNames={{ day: styles.day, input: low ? styles.lowInput : undefined }}
      leftSection={<Icon name="calendar" size={14} />} value={value} onChange={onChange}
      onKeyDown={(event: KeyboardEvent) => { if (event.key === 'Enter' && onEnter) { event.preventDefault(); onEnter(); } }}
      previousLabel={t('day.previousMonth')} nextLabel={t('day.nextMonth')} clearButtonProps={{ 'aria-label': t('day.clear') }}
    />
  );
}
