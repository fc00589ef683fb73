import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import classes from './StartProblem.module.css';

/** Stands in place of the whole program when the core cannot be reached at the start. */
export function StartProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { title, text, where } = useErrorText()(error);
  return (
    <main className={classes['root']}>
      <DataError title={title} text={text} where={where} retry={{ label: t('retry'), onClick: () => location.reload() }} />
    </main>
  );
}
