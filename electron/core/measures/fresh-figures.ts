import type { Book } from '../db/book.ts';
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
