import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeInZone } from '#shared/kernel/zoned-time.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import classes from './log.module.css';
import { LogForm } from './LogForm.tsx';
import type { DraftPerson } from './log-draft.ts';
import { useLogDraft } from './use-log-draft.ts';
import { emptyDraft } from './view-model.ts';

export interface LogInteractionDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The account whose file is open; then the people come first. */
  accountId?: string | undefined;
  /** Of that account: takes part from the start. */
  person?: LogPartner | undefined;
}

type LogPartner = Pick<DraftPerson, 'id' | 'name' | 'title'>;

function LogSession({ accountId, person, onClose }: { accountId: string | undefined; person: LogPartner | undefined; onClose: () => void }) {
  const { t } = useTranslation('log');
  const book = useBook();
  const errorText = useErrorText();
  const { loaded, keeper, status } = useLogDraft(book.bookId, accountId === undefined ? 'log' : `log:${accountId}`);
  const file = useQuery(useApi().accounts.file.queryOptions({ input: { id: accountId ?? '' }, enabled: accountId !== undefined }));
  const [me] = useState(book.me);
  const name = file.data?.account.name;
  // The moment the form was opened: a default that moved on while it is filled in would look like an edit.
  const [clock] = useState(() => ({ date: book.today, time: timeInZone(Date.now(), book.timeZone) }));

  // One and the same while the form is open: another would look like an edit and save the draft anew.
  const empty = useMemo(() => emptyDraft(clock, me, name === undefined || accountId === undefined ? null : { id: accountId, name }, person), [clock, me, accountId, name, person]);

  // Once the account is known, a later failure to read it anew must not take the form away.
  const error = loaded.state === 'failed' ? loaded.error : name === undefined ? file.error : null;
  if (error) {
    const words = errorText(error);
    const retry = (): void => {
      if (loaded.state === 'failed') loaded.retry();
      if (file.error) void file.refetch();
    };
    return <div className={classes['wait']}><Modal.Title>{t('title')}</Modal.Title><DataError {...words} retry={{ label: t('retry'), onClick: retry }} /></div>;
  }
  if (loaded.state !== 'ready' || (accountId !== undefined && name === undefined)) {
    return <div className={classes['wait']}><Modal.Title>{t('title')}</Modal.Title><SkeletonRows rows={6} height={44} label={t('loading')} /></div>;
  }
  return (
    <LogForm
      initial={loaded.draft ?? empty}
      empty={empty}
      keeper={keeper}
      status={status}
      clock={clock}
      timeZone={book.timeZone}
      fromFile={accountId !== undefined}
      onClose={onClose}
    />
  );
}

/** Logs a meeting, call, visit, e-mail or chat, from anywhere, in under 20 seconds of typing. What is typed is never lost. */
export function LogInteractionDialog({ opened, onClose, accountId, person }: LogInteractionDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} size={780} padding={0} withCloseButton={false} closeOnEscape={false} classNames={{ content: classes['content'] ?? '', body: classes['body'] ?? '' }}>
      <LogSession key={accountId ?? ''} accountId={accountId} person={person} onClose={onClose} />
    </Modal>
  );
}
