import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { account } from './account.ts';

export const milestone = sqliteTable('milestone', {
  id: text().primaryKey(),
  accountId: text('account_id').notNull().references(() => account.id),
  title: text().notNull(),
  onDay: text('on_day').notNull(),
  yearly: integer({ mode: 'boolean' }).notNull().default(true),
});

export const reminderAnswer = sqliteTable('reminder_answer', {
  key: text().primaryKey(),
  accountId: text('account_id'),
  snoozedUntil: integer('snoozed_until'),
  answeredAt: integer('answered_at').notNull(),
});

export const workDay = sqliteTable('work_day', {
  date: text().primaryKey(),
  working: integer({ mode: 'boolean' }).notNull(),
  name: text().notNull(),
});
