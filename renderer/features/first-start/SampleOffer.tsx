import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';

/** Makes a sample book, which opens by itself when it is whole; cancelled, nothing is left of it. */
export function SampleOffer({ label }: { label?: string }) {
  const { t } = useTranslation('app');
  const client = useClient();
  const errorText = useErrorText();
  const make = useMutation({
    mutationFn: () => jobsStore.start(t('sample.making'), async (report, signal) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const events = await client.api.sample.create({ title: t('sample.title'), timeZone });
      for await (const event of events) {
        if (event.type === 'done') return;
        // Leaving the loop ends the making.
        if (signal.aborted) break;
        report({ done: event.rows, total: event.totalRows, fraction: event.rows / event.totalRows });
      }
    }),
  });
  const problem = make.error && errorText(make.error);
  return (
    <>
      <Button leftSection={<Icon name="book" size={15} />} onClick={() => make.mutate()} loading={make.isPending}>{label ?? t('sample.make')}</Button>
      {problem && <DataError title={problem.title} text={problem.text} where={problem.where} />}
    </>
  );
}
