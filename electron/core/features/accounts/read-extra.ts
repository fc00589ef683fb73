import type Database from 'better-sqlite3';
import type { AccountRow, ExtraColumn } from '#shared/contract/accounts.ts';
import { criteriaField } from '#shared/domain/criteria/fields.ts';
import { prepared } from '#core/db/prepared.ts';
import { ACCOUNT_COLUMN } from '#core/measures/compile-criteria.ts';
import type { MeasureContext, MeasureRequest } from '#core/measures/measure-request.ts';
import { readMeasures } from '#core/measures/read-measures.ts';

type Values = Record<string, string | number | null>;

/** Puts further fields and measures on the rows of one window; they are read for its accounts alone. */
export function withExtra(db: Database.Database, rows: AccountRow[], columns: readonly ExtraColumn[], context: MeasureContext): AccountRow[] {
  const ids = rows.map(({ id }) => id);
  const fields: string[] = [];
  const requests: Record<string, MeasureRequest> = {};
  const names = new Map<string, string>();
  columns.forEach((column, index) => {
    const field = criteriaField(column);
    if (field?.source === 'account') fields.push(`${ACCOUNT_COLUMN[field.field]} AS "${column}"`);
    if (field?.source !== 'measure') return;
    requests[`m${index}`] = { measure: field.measure, ...(field.window ? { window: field.window } : {}) };
    names.set(`m${index}`, column);
  });
  const said = new Map<string, Values>();
  if (fields.length > 0) {
    const sql = `SELECT a.id, ${fields.join(', ')} FROM json_each(+?) j CROSS JOIN account a ON a.id = j.value`;
    for (const { id, ...values } of prepared<Values>(db, sql).all(JSON.stringify(ids))) said.set(String(id), values);
  }
  const measured = names.size > 0 ? readMeasures(db, requests, context, ids) : new Map<string, Values>();
  return rows.map((row) => {
    const figures = measured.get(row.id);
    const extra = { ...said.get(row.id), ...Object.fromEntries([...names].map(([name, column]) => [column, figures?.[name] ?? null])) };
    return { ...row, extra };
  });
}
