import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { Notice } from './Notice.tsx';

/** The last entry lies more than a day after this computer's clock: which of the two is right? */
export function ClockQuestion() {
  const { t } = useTranslation('app');
  const api = useApi();
  const queries = useQueryClient();
  const format = useFormat();
  const errorText = useErrorText();
  const refresh = () => queries.invalidateQueries({ queryKey: api.app.key() });
  const accept = useMutation(api.book.acceptClock.mutationOptions({ onSuccess: refresh }));
  return (
    <Notice
      icon="clock"
      tone="watch"
      actions={(
        <>
          <Button size="xs" loading={accept.isPending} onClick={() => accept.mutate(undefined)}>{t('clock.accept')}</Button>
          <Button size="xs" variant="subtle" onClick={() => void refresh()}>{t('clock.corrected')}</Button>
        </>
      )}
    >
      <b>{t('clock.question', { date: format.dayFull(format.today) })}</b>{accept.error ? errorText(accept.error).title : t('clock.text')}
    </Notice>
  );
}
