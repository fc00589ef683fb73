import type Database from 'better-sqlite3';
import type { DateRange } from '#shared/domain/measures/window.ts';
import { prepared } from '../db/prepared.ts';
import type { CurrencyAmount } from './account-figures.ts';
import { compileOtherCurrencies } from './compile-other-currencies.ts';
import { scopeOf } from './account-scope.ts';
import type { MeasureContext } from './measure-request.ts';

/** What an account ordered in other currencies than the book's over a stretch of days, each added up by itself. */
export function readOtherCurrencies(db: Database.Database, range: DateRange, context: MeasureContext, accountId: string): CurrencyAmount[] {
  const { scope, given } = scopeOf([accountId]);
  const { sql, bindings } = compileOtherCurrencies(range, context, scope);
  return prepared<CurrencyAmount & { accountId: string }>(db, sql).all({ ...bindings, ...given }).map(({ currency, amount }) => ({ currency, amount }));
}
