import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { account } from './account.ts';
import { colleague } from './people.ts';

export const product = sqliteTable('product', {
  id: text().primaryKey(),
  name: text().notNull(),
  category: text(),
  externalId: text('external_id'),
  listPrice: integer('list_price'),
  unitCost: integer('unit_cost'),
});

export const salesOrder = sqliteTable('sales_order', {
  id: text().notNull(),
  accountId: text('account_id').notNull().references(() => account.id),
  orderedOn: text('ordered_on').notNull(),
  externalId: text('external_id'),
  currency: text().notNull(),
  colleagueId: text('colleague_id').references(() => colleague.id),
}, (t) => [primaryKey({ columns: [t.accountId, t.orderedOn, t.id] })]);

export const orderLine = sqliteTable('order_line', {
  orderId: text('order_id').notNull(),
  lineNo: integer('line_no').notNull(),
  productId: text('product_id').references(() => product.id),
  quantity: integer().notNull(),
  listPrice: integer('list_price'),
  price: integer().notNull(),
  discount: integer().notNull().default(0),
  amount: integer().notNull(),
  cost: integer(),
  isReturn: integer('is_return', { mode: 'boolean' }).notNull().default(false),
}, (t) => [primaryKey({ columns: [t.orderId, t.lineNo] })]);
