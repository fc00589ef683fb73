import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const account = sqliteTable('account', {
  id: text().primaryKey(),
  name: text().notNull(),
  alias: text(),
  externalId: text('external_id'),
  parentId: text('parent_id'),
  industry: text(),
  address: text(),
  city: text(),
  region: text(),
  postalCode: text('postal_code'),
  country: text(),
  phone: text(),
  fax: text(),
  website: text(),
  customerSince: text('customer_since'),
  contractEnd: text('contract_end'),
  isKey: integer('is_key', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  foundedOn: text('founded_on'),
  quietDays: integer('quiet_days'),
});
