import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { account } from './account.ts';
import { person } from './people.ts';

export const accountKnownAs = sqliteTable('account_known_as', {
  id: text().primaryKey(),
  accountId: text('account_id').notNull().references(() => account.id),
  mergedId: text('merged_id'),
  name: text().notNull(),
  externalId: text('external_id'),
});

export const personKnownAs = sqliteTable('person_known_as', {
  id: text().primaryKey(),
  personId: text('person_id').notNull().references(() => person.id),
  mergedId: text('merged_id'),
  name: text().notNull(),
  externalId: text('external_id'),
});

export const distinctPair = sqliteTable('distinct_pair', {
  kind: text({ enum: ['account', 'person'] }).notNull(),
  firstId: text('first_id').notNull(),
  secondId: text('second_id').notNull(),
}, (t) => [primaryKey({ columns: [t.kind, t.firstId, t.secondId] })]);
