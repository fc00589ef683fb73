import 'dayjs/locale/zh-cn';
import { DatePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { useFormat } from '#renderer/client/use-format.ts';

interface DayPickerProps {
  value: IsoDate | null;
  /** The month shown where there is no value. */
  today: IsoDate;
  onChange: (date: IsoDate | null) => void;
}

/** A calendar month to point at; weeks begin on Monday. */
export function DayPicker({ value, today, onChange }: DayPickerProps) {
  const { t } = useTranslation('log');
  const { language } = useFormat();
  return (
    <DatePicker
      value={value}
      defaultDate={value ?? today}
      onChange={onChange}
      size="sm"
      hideOutsideDates
      highlightToday
      firstDayOfWeek={1}
      weekendDays={[]}
      locale={language === 'en' ? 'en' : 'zh-cn'}
      monthLabelFormat={t('calendar.month')}
      yearLabelFormat={t('calendar.year')}
      ariaLabels={{
        previousMonth: t('calendar.before'), nextMonth: t('calendar.after'), previousYear: t('calendar.before'), nextYear: t('calendar.after'),
        previousDecade: t('calendar.before'), nextDecade: t('calendar.after'),
      }}
    />
  );
}
