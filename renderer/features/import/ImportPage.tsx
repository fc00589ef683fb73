import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/use-api.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { FileList } from './FileList.tsx';
import { FileView } from './FileView.tsx';
import { importSession } from './import-session.ts';
import classes from './import.module.css';
import { ImportGuide } from './ImportGuide.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { RecentImports } from './RecentImports.tsx';

export interface ImportPageProps {
  /** Leaves for the accounts once something was imported. */
  onDone?: (() => void) | undefined;
  /** The parts of the screen that this is one of. */
  tabs?: ReactNode;
  /** Another way for data to come in, below what is said of files. */
  below?: ReactNode;
}

/** Brings exports of other programs into the book: choose, map the columns, try, import, and take back if it was wrong. */
export function ImportPage({ onDone, tabs, below }: ImportPageProps) {
  const { t } = useTranslation('import');
  const { bookId } = useBook();
  const client = useClient();
  useEffect(() => importSession.forBook(bookId), [bookId]);
  useEffect(() => () => importSession.release(client), [client]);
  const { files, active } = useSyncExternalStore(importSession.subscribe, importSession.read, importSession.read);
  const file = files.find(({ id }) => id === active);

  return (
    <div className={classes['page']}>
      <PageHeader title={t('title')} note={t('note')}>{tabs}</PageHeader>
      <div className={classes['body']}>
        {files.length === 0 ? <ImportGuide /> : (
          <>
            <FileList files={files} active={active} />
            {file && <FileView key={file.id} file={file} left={files.filter((other) => !other.done && other.id !== file.id).length} onDone={onDone} />}
          </>
        )}
        {!file && <LeftOutList />}
        {(!file || file.done) && <RecentImports />}
        {!file && below}
      </div>
    </div>
  );
}
