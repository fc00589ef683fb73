import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnoozeChoice, TodayRow } from '#shared/domain/today/model.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { asideUntil, nameOf } from './view-model.ts';

interface TodayWrites {
  /** A task is done; anything else is set aside, for as long again or for good. */
  done: (row: TodayRow) => void;
  putOff: (row: TodayRow, until: SnoozeChoice | IsoDate, when: string) => void;
  addStep: (row: TodayRow, title: string, dueOn: IsoDate | null) => void;
  /** An anniversary has been dealt with. */
  handled: (key: string, name: string) => void;
}

/** What can be done on the page; each is said in the toast, with its undo or with what went wrong. */
export function useTodayWrites(today: IsoDate): TodayWrites {
  const { t } = useTranslation('today');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  const format = useFormat();

  return useMemo(() => {
    const run = (work: () => Promise<{ stepNo: number }>, said: string): void => {
      steps.run(work, said).catch((error: unknown) => steps.say(errorText(error).text));
    };
    return {
      done(row) {
        const name = nameOf(row);
        if (row.kind === 'task') return run(() => client.api.tasks.setDone({ id: row.taskId, done: true }), t('said.done', { name }));
        const until = asideUntil(row, today);
        return run(() => client.api.today.answer({ key: row.key, until }), until === null ? t('said.noStep', { name }) : t('said.aside', { name, day: format.day(until) }));
      },
      putOff: (row, until, when) => run(() => client.api.today.answer({ key: row.key, until }), t('said.putOff', { name: nameOf(row), when })),
      addStep: (row, title, dueOn) => run(
        () => client.api.tasks.create({ accountId: row.accountId, title, dueOn, colleagueId: null, personId: null }), t('said.added', { title }),
      ),
      handled: (key, name) => run(() => client.api.today.answer({ key, until: null }), t('said.handled', { name })),
    };
  }, [client, errorText, format, steps, t, today]);
}
