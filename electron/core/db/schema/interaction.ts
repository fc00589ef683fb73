import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { interactionKinds } from '#shared/domain/interaction/model.ts';
import { account } from './account.ts';
import { colleague, person } from './people.ts';

export const interaction = sqliteTable('interaction', {
  id: text().notNull(),
  accountId: text('account_id').notNull().references(() => account.id),
  at: integer().notNull(),
  kind: text({ enum: interactionKinds }).notNull(),
  durationMinutes: integer('duration_minutes'),
  place: text(),
  summary: text().notNull(),
  externalId: text('external_id'),
}, (t) => [primaryKey({ columns: [t.accountId, t.at, t.id] })]);

export const interactionText = sqliteTable('interaction_text', {
  interactionId: text('interaction_id').primaryKey(),
  notes: text().notNull().default(''),
  decisions: text().notNull().default(''),
});

export const interactionPerson = sqliteTable('interaction_person', {
  interactionId: text('interaction_id').notNull(),
  personId: text('person_id').notNull().references(() => person.id),
}, (t) => [primaryKey({ columns: [t.interactionId, t.personId] })]);

export const interactionColleague = sqliteTable('interaction_colleague', {
  interactionId: text('interaction_id').notNull(),
  colleagueId: text('colleague_id').notNull().references(() => colleague.id),
}, (t) => [primaryKey({ columns: [t.interactionId, t.colleagueId] })]);

export const task = sqliteTable('task', {
  id: text().primaryKey(),
  accountId: text('account_id').notNull().references(() => account.id),
  interactionId: text('interaction_id'),
  title: text().notNull(),
  dueOn: text('due_on'),
  colleagueId: text('colleague_id').references(() => colleague.id),
  personId: text('person_id').references(() => person.id),
  doneAt: integer('done_at'),
  createdAt: integer('created_at').notNull(),
});
