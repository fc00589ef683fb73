import { useTranslation } from 'react-i18next';
import { readError, useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { RestoreNewest } from './RestoreNewest.tsx';
import { ShowOwner } from './ShowOwner.tsx';

/** Problems for which a backup in the place of the book is the way on. */
const RESTORABLE = new Set(['book-damaged', 'not-a-book', 'book-not-found']);

/** Problems that may be over when asked again. */
const PASSING = new Set(['book-in-use', 'book-not-found', 'unreachable', 'unexpected']);

export interface BookProblemProps {
  error: unknown;
  /** The book it is about; null for one that is only being made. */
  path: string | null;
  onOpened?: (() => void) | undefined;
  onRetry?: (() => void) | undefined;
}

/** Why a book could not be opened or made, in its own words, with the way on. */
export function BookProblem({ error, path, onOpened, onRetry }: BookProblemProps) {
  const { t } = useTranslation('app');
  const words = useErrorText()(error);
  const target = readError(error)?.data.where?.path ?? path;
  const host = readError(error)?.data.params?.['host'];
  const holder = words.code === 'book-in-use' && typeof host === 'string' && host !== '' ? t('book.heldBy', { host: t(`host.${host}`, { defaultValue: host }) }) : '';
  const restore = target !== null && RESTORABLE.has(words.code) ? <RestoreNewest path={target} onRestored={onOpened} /> : undefined;
  const show = target !== null && words.code === 'book-in-use' ? <ShowOwner path={target} /> : undefined;
  return (
    <DataError
      title={words.title}
      text={`${words.text}${holder}`}
      where={words.where}
      retry={onRetry && PASSING.has(words.code) ? { label: t('retry'), onClick: onRetry } : undefined}
      actions={restore ?? show}
    />
  );
}
