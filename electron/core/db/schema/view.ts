import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const listView = sqliteTable('list_view', {
  id: text().primaryKey(),
  list: text().notNull(),
  name: text().notNull(),
  place: integer().notNull(),
  document: text().notNull(),
});
