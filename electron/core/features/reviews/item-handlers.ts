import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { reviewsContract } from '#shared/contract/reviews.ts';
import type { ReviewItem } from '#shared/domain/review/record.ts';
import { settleOwner } from '#shared/domain/task/settle-owner.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { readHead, readItems } from './read-record.ts';
import type { ReviewsDeps } from './reviews-deps.ts';
import { stepParams, writableHead } from './step-params.ts';
import { insertItem, orderItems } from './write-record.ts';

type Writes = Pick<HandlersOf<typeof reviewsContract>, 'addItem' | 'updateItem' | 'moveItem' | 'removeItem'>;

interface ItemRow {
  reviewId: string;
  kind: ReviewItem['kind'];
  text: string;
  taskId: string | null;
}

/** What comes of the meeting is noted after it was presented too; what was shown there stays. */
const isOutcome = (kind: ReviewItem['kind']): boolean => kind === 'decision' || kind === 'action';

/** The lines of a review: agenda, decisions sought and taken, risks, and actions, which are tasks. */
export function createItemHandlers({ current, ports, insertTask, updateTask }: ReviewsDeps): Writes {
  const itemOf = ({ db }: Book, id: string): ItemRow =>
    found(prepared<ItemRow>(db, 'SELECT review_id AS reviewId, kind, text, task_id AS taskId FROM review_item WHERE id = ?').get(id), 'itemId');
  const headFor = ({ db }: Book, id: string, kind: ReviewItem['kind']) => (isOutcome(kind) ? readHead(db, id) : writableHead(db, id));
  const withHead = (book: Book, itemId: string) => {
    const item = itemOf(book, itemId);
    return { item, head: headFor(book, item.reviewId, item.kind) };
  };

  return {
    addItem({ id, kind, text, task }) {
      const book = current.get();
      const head = book.read(() => headFor(book, id, kind));
      const [itemId, taskId] = [ports.ids.uuid(), kind === 'action' ? ports.ids.uuid() : null];
      const { stepNo } = book.write({ kind: 'user', verb: 'review.addItem', params: { ...stepParams(head), text } }, () => {
        if (taskId !== null) insertTask(book, { title: text, dueOn: task?.dueOn ?? null, colleagueId: null, personId: null, ...settleOwner(task ?? {}), id: taskId, accountId: head.accountId, createdAt: ports.clock.now() });
        insertItem(book.db, { id: itemId, reviewId: id, kind, text, taskId });
      });
      return { itemId, stepNo };
    },
    updateItem({ itemId, text, task }) {
      const book = current.get();
      const { item, head } = book.read(() => withHead(book, itemId));
      const { stepNo } = book.write({ kind: 'user', verb: 'review.updateItem', params: { ...stepParams(head), text: text ?? item.text } }, () => {
        if (text !== undefined) prepared(book.db, 'UPDATE review_item SET text = ? WHERE id = ?').run(text, itemId);
        if (item.taskId !== null) updateTask(book, item.taskId, { ...(text === undefined ? {} : { title: text }), ...(task?.dueOn === undefined ? {} : { dueOn: task.dueOn }), ...settleOwner(task ?? {}) });
      });
      return { stepNo };
    },
    moveItem({ itemId, place }) {
      const book = current.get();
      const { item, head, others } = book.read(() => {
        const known = withHead(book, itemId);
        return { ...known, others: readItems(book.db, known.item.reviewId).filter(({ id, kind }) => kind === known.item.kind && id !== itemId).map(({ id }) => id) };
      });
      const { stepNo } = book.write({ kind: 'user', verb: 'review.moveItem', params: { ...stepParams(head), text: item.text } }, () => orderItems(book.db, others.toSpliced(place, 0, itemId)));
      return { stepNo };
    },
    removeItem({ itemId }) {
      const book = current.get();
      const { item, head } = book.read(() => withHead(book, itemId));
      const { stepNo } = book.write({ kind: 'user', verb: 'review.removeItem', params: { ...stepParams(head), text: item.text } }, () => prepared(book.db, 'DELETE FROM review_item WHERE id = ?').run(itemId));
      return { stepNo };
    },
  };
}
