import type Database from 'better-sqlite3';
import type { AccountRow } from '#shared/contract/accounts.ts';
import type { Account } from '#shared/domain/account/model.ts';
import { prepared } from '#core/db/prepared.ts';
import { readAccountFigures, type CurrencyAmount } from '#core/measures/account-figures.ts';
import type { MeasureContext } from '#core/measures/measure-request.ts';
import { ACCOUNT_ROW, toAccountRows, type RawAccountRow } from './account-rows.ts';

/** The kept figures of an account; null when there are none, as on a past moment of the book. */
export function readKeptFigures(db: Database.Database, accountId: string): { row: AccountRow; otherCurrencies: CurrencyAmount[] } | null {
  const raw = prepared<RawAccountRow & { otherCurrencies: string }>(db, `
    SELECT ${ACCOUNT_ROW}, f.other_currencies AS otherCurrencies FROM account_figure f JOIN account a ON a.id = f.account_id WHERE f.account_id = +?`).get(accountId);
  if (!raw) return null;
  const { otherCurrencies, ...own } = raw;
  const [row] = toAccountRows([own]);
  return row ? { row, otherCurrencies: JSON.parse(otherCurrencies) as CurrencyAmount[] } : null;
}

/** The figures of an account computed from the facts that `db` shows. */
export function readLiveFigures(db: Database.Database, account: Account, context: MeasureContext): { row: AccountRow; otherCurrencies: CurrencyAmount[] } {
  const [figures] = readAccountFigures(db, context, [account.id]);
  if (!figures) throw new Error('no figures of a known account');
  const { accountId, otherCurrencies, ...values } = figures;
  const { name, alias, city, country, isKey } = account;
  return { row: { id: accountId, name, alias, city, country, isKey, ...values }, otherCurrencies };
}
