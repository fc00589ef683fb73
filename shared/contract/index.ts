import { accountsContract } from './accounts.ts';
import { appContract } from './app.ts';
import { bookContract } from './book.ts';
import { documentsContract } from './documents.ts';
import { calendarContract } from './calendar.ts';
import { daysContract } from './days.ts';
import { duplicatesContract } from './duplicates.ts';
import { historyContract } from './history.ts';
import { importsContract } from './imports.ts';
import { interactionsContract, tasksContract } from './interactions.ts';
import { peopleContract } from './people.ts';
import { remindersContract } from './reminders.ts';
import { reviewsContract } from './reviews.ts';
import { sampleContract } from './sample.ts';
import { searchContract } from './search.ts';
import { todayContract } from './today.ts';
import { syncContract } from './sync.ts';
import { viewsContract } from './views.ts';
import { businessContract, timelineContract } from './timeline.ts';

/** The one door between every client (window, browser tab, command line) and the core. */
export const contract = {
  app: appContract,
  book: bookContract,
  accounts: accountsContract,
  people: peopleContract,
  interactions: interactionsContract,
  tasks: tasksContract,
  timeline: timelineContract,
  business: businessContract,
  history: historyContract,
  imports: importsContract,
  calendar: calendarContract,
  days: daysContract,
  duplicates: duplicatesContract,
  documents: documentsContract,
  reminders: remindersContract,
  reviews: reviewsContract,
  sample: sampleContract,
  search: searchContract,
  today: todayContract,
  sync: syncContract,
  views: viewsContract,
};

export type Contract = typeof contract;
