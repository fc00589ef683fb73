import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { buyingRoles } from '#shared/domain/person/model.ts';
import { account } from './account.ts';

export const colleague = sqliteTable('colleague', {
  id: text().primaryKey(),
  name: text().notNull(),
  title: text(),
  email: text(),
  phone: text(),
  externalId: text('external_id'),
  reportsToId: text('reports_to_id'),
  department: text(),
});

export const person = sqliteTable('person', {
  id: text().primaryKey(),
  name: text().notNull(),
  phone: text(),
  mobile: text(),
  email: text(),
  wechat: text(),
  externalId: text('external_id'),
  createdAt: integer('created_at').notNull(),
  birthday: text(),
  keepInTouchDays: integer('keep_in_touch_days'),
});

export const position = sqliteTable('position', {
  id: text().primaryKey(),
  personId: text('person_id').notNull().references(() => person.id),
  accountId: text('account_id').notNull().references(() => account.id),
  title: text(),
  department: text(),
  reportsToId: text('reports_to_id'),
  buyingRoles: text('buying_roles', { mode: 'json' }).$type<(typeof buyingRoles)[number][]>().notNull().default([]),
  influence: integer(),
  attitude: integer(),
});
