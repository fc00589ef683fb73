import type Database from 'better-sqlite3';
import type { OrderLine } from '#shared/domain/order/model.ts';
import type { ReviewFacts } from '#shared/domain/review/facts.ts';
import { peopleOf } from '#shared/domain/review/people-groups.ts';
import type { ReviewPersonRow, ReviewRows, RowsQuery } from '#shared/domain/review/rows.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone } from '#shared/kernel/zoned-time.ts';
import { prepared } from '#core/db/prepared.ts';
import { readBookSettings } from '#core/db/settings.ts';
import { readInteractions, readNextSteps } from './contact-figures.ts';

/** Whose rows, and in whose terms. */
export interface RowsScope {
  accountId: string;
  currency: string;
  timeZone: string;
  today: string;
  people: readonly ReviewPersonRow[];
}

export function rowsScope(db: Database.Database, { head, figures, people }: Pick<ReviewFacts, 'head' | 'figures' | 'people'>): RowsScope {
  const { currency, timeZone } = readBookSettings(db);
  return { accountId: head.accountId, currency, timeZone, today: figures.today, people };
}

const ALL = -1;

const LINES = `
  SELECT o.id AS orderId, l.line_no AS lineNo, o.external_id AS orderNo, o.ordered_on AS orderedOn, o.currency, p.name AS product, p.category,
    l.quantity, l.list_price AS listPrice, l.price, l.discount, l.amount, l.cost, l.is_return AS isReturn
  FROM sales_order o CROSS JOIN order_line l ON l.order_id = o.id LEFT JOIN product p ON p.id = l.product_id
  WHERE o.account_id = +@accountId AND o.ordered_on BETWEEN +@from AND +@to AND o.currency = +@currency AND (+@any OR coalesce(p.name, '') = @product)
  ORDER BY o.ordered_on DESC, o.id DESC, l.line_no`;

/** All rows that a number was made of, newest first. */
export function readNumberRows(db: Database.Database, query: RowsQuery, { accountId, currency, timeZone, today, people }: RowsScope): ReviewRows {
  switch (query.kind) {
    case 'orders': {
      const { from, to, product } = query;
      const rows = prepared<Omit<OrderLine, 'isReturn'> & { isReturn: number }>(db, LINES).all({ accountId, from, to, currency, any: product === undefined ? 1 : 0, product: product ?? '' });
      return { kind: 'orders', rows: rows.map((row) => ({ ...row, isReturn: row.isReturn === 1 })) };
    }
    case 'interactions': {
      const { interactions } = readInteractions(db, accountId, instantInZone(query.from, '00:00', timeZone), instantInZone(addDays(query.to, 1), '00:00', timeZone), ALL);
      const wanted = query.decided ? interactions.filter(({ decisions }) => decisions.trim() !== '') : interactions;
      return { kind: 'interactions', rows: wanted.map(({ at, ...row }) => ({ ...row, date: dateInZone(at, timeZone) })) };
    }
    case 'tasks': {
      const { steps } = readNextSteps(db, accountId, today, ALL);
      return { kind: 'tasks', rows: query.late ? steps.filter(({ late }) => late) : steps };
    }
    case 'people': return { kind: 'people', rows: peopleOf(people, query.group, today) };
  }
}
