import type Database from 'better-sqlite3';
import { prepared } from '../db/prepared.ts';
import { compileAccountFigures } from './compile-account-figures.ts';
import { scopeOf, type AccountSet } from './account-scope.ts';
import type { MeasureContext } from './measure-request.ts';

/** Money in 1/10,000 of that currency's unit. */
export interface CurrencyAmount {
  currency: string;
  amount: number;
}

/** What lists and headers show of an account. Money in 1/10,000 of the book currency over the twelve months to the as-of date. */
export interface AccountFigures {
  accountId: string;
  revenue: number | null;
  revenueBefore: number | null;
  margin: number | null;
  /** Revenue of twelve calendar months, oldest first, the running one last. */
  months: number[];
  otherCurrencies: CurrencyAmount[];
  lastInteractionAt: number | null;
  lastInteractionKind: string | null;
  nextTaskId: string | null;
  nextTask: string | null;
  nextDue: string | null;
}

type Touch = Pick<AccountFigures, 'accountId' | 'lastInteractionAt' | 'lastInteractionKind' | 'nextTaskId' | 'nextTask' | 'nextDue'>;
type Money = Record<string, number | null> & { account_id: string };

const MONTHS = Array.from({ length: 12 }, (_, index) => `month${index}`);

/** Computes the figures of a set of accounts from the facts, on whatever moment of the book `db` shows. */
export function readAccountFigures(db: Database.Database, context: MeasureContext, accounts: AccountSet): AccountFigures[] {
  const { scope, given } = scopeOf(accounts);
  const { money, others, touches } = compileAccountFigures(context, scope);
  const amounts = new Map<string, Money>();
  for (const row of prepared<Money>(db, money.sql).all({ ...money.bindings, ...given })) amounts.set(row.account_id, row);
  const foreign = Map.groupBy(
    prepared<CurrencyAmount & { accountId: string }>(db, others.sql).all({ ...others.bindings, ...given }), (row) => row.accountId,
  );
  return prepared<Touch>(db, touches.sql).all({ ...touches.bindings, ...given }).map((touch) => {
    const row = amounts.get(touch.accountId);
    return {
      ...touch,
      revenue: row?.['revenue'] ?? null,
      revenueBefore: row?.['revenueBefore'] ?? null,
      margin: row?.['margin'] ?? null,
      months: MONTHS.map((name) => row?.[name] ?? 0),
      otherCurrencies: (foreign.get(touch.accountId) ?? []).map(({ currency, amount }) => ({ currency, amount })),
    };
  });
}
