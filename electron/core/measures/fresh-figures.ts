import type { Book } from '../db/book.ts';
import { measureContext } from './measure-context.ts';
import type { MeasureContext } from './measure-request.ts';
import { figuresAreBehind, refreshDerived } from './refresh-derived.ts';

/**
 * Moves the kept figures on to today when the program ran past midnight. Call before a read that uses them, never inside one.
 * @returns whether they are of today; a book that may only be read stays behind, and its figures have to be computed live
 */
export function freshFigures(book: Book, context: MeasureContext): boolean {
  if (!figuresAreBehind(book.db, context.asOf)) return true;
  if (book.readOnly) return false;
  book.writeLocal(() => refreshDerived(book.db, { today: context.asOf, timeZone: context.timeZone, currency: context.currency }, 'all'));
  return true;
}

/**
 * Reads with figures of today, all in one transaction; only on the first read of a new day they are brought up to date before it.
 * @param atMs now, ms UTC
 * @param work is told whether the kept figures are of today, see `freshFigures`
 */
export function readFresh<T>(book: Book, atMs: number, work: (context: MeasureContext, kept: boolean) => T): T {
  const fresh = book.read(() => {
    const context = measureContext(book.db, atMs);
    return figuresAreBehind(book.db, context.asOf) ? null : { value: work(context, true) };
  });
  if (fresh) return fresh.value;
  const context = measureContext(book.db, atMs);
  const kept = freshFigures(book, context);
  return book.read(() => work(context, kept));
}
