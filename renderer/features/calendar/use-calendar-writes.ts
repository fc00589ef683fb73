import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarSettings } from '#shared/domain/calendar/calendar-settings.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';

/** Changes to the working days of the book; each is said in the toast, with its undo. */
export function useCalendarWrites() {
  const { t } = useTranslation('calendar');
  const client = useClient();
  const steps = useSteps();
  const format = useFormat();
  const queries = useQueryClient();
  const queryKey = useApi().calendar.read.queryKey();
  // What was chosen is shown at once; what follows from it comes with the answer.
  const show = (patch: Partial<CalendarSettings>): void => {
    queries.setQueryData(queryKey, (before) => before && { ...before, settings: { ...before.settings, ...patch } });
  };
  const onError = (): void => void queries.invalidateQueries({ queryKey });
  return {
    week: useMutation({ mutationFn: (week: number[]) => steps.run(() => client.api.calendar.save({ week }), t('saved.week')), onMutate: (week) => show({ week }), onError }),
    holidays: useMutation({
      mutationFn: (chineseHolidays: boolean) => steps.run(() => client.api.calendar.save({ chineseHolidays }), t(chineseHolidays ? 'saved.holidaysOn' : 'saved.holidaysOff')),
      onMutate: (chineseHolidays) => show({ chineseHolidays }), onError,
    }),
    remove: useMutation({ mutationFn: (date: string) => steps.run(() => client.api.calendar.removeDay({ date }), t('saved.removed', { date: format.dayFull(date) })) }),
    importDays: useMutation({
      mutationFn: async (file: File) => {
        const token = await client.upload(file);
        const answer = await steps.run(() => client.api.calendar.importDays({ file: token }), ({ taken }) => t('taken', { count: taken }));
        if (answer.stepNo === 0) steps.say(t('takenNone'));
        return answer;
      },
    }),
  };
}
