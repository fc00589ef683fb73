import { useBook } from '#renderer/client/use-app-state.ts';
import { BackupNotice } from '#renderer/features/book/BackupNotice.tsx';
import { ClockQuestion } from '#renderer/features/book/ClockQuestion.tsx';
import { DamageNotice } from '#renderer/features/book/DamageNotice.tsx';
import { ReadOnlyNotice } from '#renderer/features/book/ReadOnlyNotice.tsx';

/** What a person has to know about the open book, above every screen. */
export function BookNotices() {
  const book = useBook();
  return (
    <>
      {book.readOnly !== null && <ReadOnlyNotice />}
      {book.clock === 'ahead' && <ClockQuestion />}
      {book.backupFailed && <BackupNotice />}
      {book.healthy === false && <DamageNotice path={book.path} />}
    </>
  );
}
