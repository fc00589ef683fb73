import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { historyContract } from '#shared/contract/history.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { CurrentBook } from '../../db/current-book.ts';
import { readStep } from '../../db/log.ts';
import { nextRedo, nextUndo, previewUndo, undoStep } from '../../db/undo.ts';
import { listChanges, listFieldHistory, listSteps } from './repository.ts';

export function createHistoryHandlers({ current }: { current: CurrentBook }): HandlersOf<typeof historyContract> {
  const undo = (no: number) => {
    const book = current.get();
    const { step, preview } = undoStep(book, no);
    return { step, undone: readStep(book.db, no), revertCount: preview.revertCount, keptCount: preview.keptCount };
  };
  return {
    state() {
      const book = current.get();
      return book.read(() => ({ undo: nextUndo(book.db), redo: nextRedo(book.db) }));
    },
    steps({ accountId, before, limit }) {
      const book = current.get();
      return book.read(() => listSteps(book.db, accountId, before, limit));
    },
    changes({ no, limit }) {
      const book = current.get();
      return book.read(() => listChanges(book.db, no, limit));
    },
    fields({ key }) {
      const book = current.get();
      return book.read(() => listFieldHistory(book.db, key));
    },
    preview: ({ no }) => previewUndo(current.get(), no),
    undo({ no }) {
      const target = no ?? nextUndo(current.get().db)?.no;
      if (target === undefined) throw new CodedError('nothing-to-undo');
      return undo(target);
    },
    redo() {
      const target = nextRedo(current.get().db)?.no;
      if (target === undefined) throw new CodedError('nothing-to-redo');
      return undo(target);
    },
  };
}
