import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import classes from './book.module.css';

/** Offers to bring the program that keeps a book before the person; says so where it did not come. */
export function ShowOwner({ path }: { path: string }) {
  const { t } = useTranslation('app');
  const api = useApi();
  const errorText = useErrorText();
  const show = useMutation(api.book.showOwner.mutationOptions());
  return (
    <>
      <Button size="xs" loading={show.isPending} onClick={() => show.mutate({ path })}>{t('book.show')}</Button>
      {show.data?.shown && <span role="status" className={classes['meta']}>{t('book.shown')}</span>}
      {show.data?.shown === false && <span role="alert" className={classes['wrong']}>{t('book.notShown')}</span>}
      {show.error && <span role="alert" className={classes['wrong']}>{errorText(show.error).title}</span>}
    </>
  );
}
