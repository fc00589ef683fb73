import { Button, Checkbox, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { CalendarFiles } from './CalendarFiles.tsx';
import classes from './calendar.module.css';
import { ExceptionList } from './ExceptionList.tsx';
import { useCalendarWrites } from './use-calendar-writes.ts';
import { toggleDay } from './view-model.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The working days of the book, and its days as files for calendars. */
export function CalendarSettings() {
  const { t } = useTranslation('calendar');
  const errorText = useErrorText();
  const readOnly = useBook().readOnly !== null;
  const { data, error } = useQuery(useApi().calendar.read.queryOptions());
  const { week, holidays, remove, importDays } = useCalendarWrites();
  const failed = error ?? week.error ?? holidays.error ?? remove.error ?? importDays.error;
  if (!data) return failed ? <DataError {...errorText(failed)} /> : <SkeletonRows rows={4} label={t('title')} />;
  const { settings, exceptions, unknownYears } = data;
  return (
    <div>
      {failed && <DataError {...errorText(failed)} />}
      <fieldset className={classes['row']}>
        <legend className={classes['label']}>{t('week')}<small>{t('weekHint')}</small></legend>
        <div className={classes['week']}>
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day} label={t(`weekday.${day}`)} checked={settings.week.includes(day)} disabled={readOnly || (settings.week.length === 1 && settings.week.includes(day))}
              onChange={() => week.mutate(toggleDay(settings.week, day))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={classes['row']}>
        <legend className={classes['label']}>{t('holidays')}<small>{t('holidaysHint')}</small></legend>
        <Checkbox label={t('holidaysOn')} checked={settings.chineseHolidays} disabled={readOnly} onChange={(event) => holidays.mutate(event.currentTarget.checked)} />
      </fieldset>
      {unknownYears.map((year) => <p key={year} className={classes['note']}><Icon name="info" size={15} />{t('unknown', { year })}</p>)}
      <div className={classes['head']}>
        <h3 className={classes['heading']}>{t('exceptions')}<small>{t('exceptionsHint')}</small></h3>
        <FileButton accept=".csv,.txt,.json,.ics" onChange={(file) => { if (file) importDays.mutate(file); }}>
          {(props) => <Button {...props} leftSection={<Icon name="import" size={15} />} loading={importDays.isPending} disabled={readOnly}>{t('import')}</Button>}
        </FileButton>
      </div>
      <p className={classes['hint']}>{t('importHint')}</p>
      {importDays.data && importDays.data.problems.length > 0 && (
        <section aria-label={t('problems')} className={classes['problems']}>
          <b>{t('problems')}</b>
          <ul>{importDays.data.problems.map(({ line, code, value }) => <li key={`${line} ${value}`}>{t('problemLine', { line, what: t(`problem.${code}`), value })}</li>)}</ul>
        </section>
      )}
      <ExceptionList exceptions={exceptions} onRemove={readOnly ? undefined : remove.mutate} />
      <CalendarFiles />
    </div>
  );
}
