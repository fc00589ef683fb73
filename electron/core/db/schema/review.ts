import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { account } from './account.ts';
import { task } from './interaction.ts';
import { colleague, person } from './people.ts';

export const review = sqliteTable('review', {
  id: text().primaryKey(),
  accountId: text('account_id').notNull().references(() => account.id),
  year: integer().notNull(),
  quarter: integer().notNull(),
  heldOn: text('held_on').notNull(),
  place: text(),
  language: text({ enum: ['en', 'zh-CN'] }).notNull(),
  rating: integer(),
  ratingNote: text('rating_note'),
  frozenAt: integer('frozen_at'),
  createdAt: integer('created_at').notNull(),
  template: text(),
});

export const reviewTemplate = sqliteTable('review_template', {
  id: text().primaryKey(),
  name: text().notNull(),
  document: text().notNull(),
});

export const reviewSection = sqliteTable('review_section', {
  reviewId: text('review_id').notNull().references(() => review.id),
  kind: text().notNull(),
  place: integer().notNull(),
  hidden: integer({ mode: 'boolean' }).notNull().default(false),
  commentary: text().notNull().default(''),
}, (t) => [primaryKey({ columns: [t.reviewId, t.kind] })]);

export const reviewPerson = sqliteTable('review_person', {
  reviewId: text('review_id').notNull().references(() => review.id),
  personId: text('person_id').notNull().references(() => person.id),
}, (t) => [primaryKey({ columns: [t.reviewId, t.personId] })]);

export const reviewColleague = sqliteTable('review_colleague', {
  reviewId: text('review_id').notNull().references(() => review.id),
  colleagueId: text('colleague_id').notNull().references(() => colleague.id),
}, (t) => [primaryKey({ columns: [t.reviewId, t.colleagueId] })]);

export const reviewItem = sqliteTable('review_item', {
  id: text().primaryKey(),
  reviewId: text('review_id').notNull().references(() => review.id),
  kind: text({ enum: ['agenda', 'sought', 'decision', 'risk', 'action'] }).notNull(),
  place: integer().notNull(),
  text: text().notNull(),
  taskId: text('task_id').references(() => task.id),
});

export const reviewFrozen = sqliteTable('review_frozen', {
  reviewId: text('review_id').primaryKey().references(() => review.id),
  document: text().notNull(),
});
