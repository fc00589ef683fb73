import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const setting = sqliteTable('setting', { key: text().primaryKey(), value: text().notNull() });
