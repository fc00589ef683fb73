import { rmSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { isWorkingDay } from '#shared/domain/calendar/work-calendar.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import { makeRunDir } from './adapters/run-dir.ts';
import { bindHandlers } from './bind-handlers.ts';
import { CurrentBook } from './db/current-book.ts';
import { readBookSettings } from './db/settings.ts';
import { readWorkCalendar } from './db/work-calendar.ts';
import type { Derive } from './db/writer.ts';
import { createDeckMaker, createDeckWriter } from './documents/make-deck.ts';
import { readLook } from './documents/read-look.ts';
import { wordsFor } from './documents/words.ts';
import { createAccountsHandlers } from './features/accounts/handlers.ts';
import { AppSettingsFile } from './features/app/app-settings.ts';
import { createAppHandlers } from './features/app/handlers.ts';
import { BookKeeper } from './features/book/book-keeper.ts';
import { createBookHandlers } from './features/book/handlers.ts';
import { createBusinessHandlers } from './features/business/handlers.ts';
import { createDocumentsHandlers } from './features/documents/handlers.ts';
import { CalendarFeed } from './features/calendar/calendar-feed.ts';
import { createCalendarHandlers } from './features/calendar/handlers.ts';
import { createDaysHandlers } from './features/days/handlers.ts';
import { createDuplicatesHandlers } from './features/duplicates/handlers.ts';
import { createHistoryHandlers } from './features/history/handlers.ts';
import { forgetLeftOut } from './features/imports/forget-left-out.ts';
import { createImportsHandlers } from './features/imports/handlers.ts';
import { SourceFiles } from './features/imports/source-files.ts';
import { createInteractionsHandlers } from './features/interactions/handlers.ts';
import { createPeopleHandlers } from './features/people/handlers.ts';
import { readContacts } from './features/people/read-contacts.ts';
import { actOnNotice } from './features/reminders/act-on-notice.ts';
import { createRemindersHandlers } from './features/reminders/handlers.ts';
import { PageNotifier } from './features/reminders/page-notifier.ts';
import { createReviewsHandlers } from './features/reviews/handlers.ts';
import { createSampleHandlers } from './features/sample/handlers.ts';
import { createSearchHandlers } from './features/search/handlers.ts';
import { SearchTender } from './features/search/search-tender.ts';
import { createSyncHandlers } from './features/sync/handlers.ts';
import { createTasksHandlers } from './features/tasks/handlers.ts';
import { readOpenTasks } from './features/tasks/read-tasks.ts';
import { insertTask, updateTask } from './features/tasks/repository.ts';
import { setTaskDone } from './features/tasks/set-task-done.ts';
import { createTimelineHandlers } from './features/timeline/handlers.ts';
import { createTodayHandlers } from './features/today/handlers.ts';
import { createViewsHandlers } from './features/views/handlers.ts';
import { ReminderScheduler } from './jobs/reminder-scheduler.ts';
import { refreshDerived } from './measures/refresh-derived.ts';
import { purgeSearch } from './measures/search-index.ts';
import type { HostNotice, HostPorts } from './ports/host-ports.ts';
import { bundlesStillHolding } from './sync/bundles-holding.ts';
import { Topics } from './topics.ts';

const TEND_EVERY_MS = 60_000;

/** Composition root: everything the program decides, for whichever host starts it. */
export function createCore(ports: HostPorts) {
  const current = new CurrentBook();
  const topics = new Topics();
  const settings = new AppSettingsFile(ports.paths.dataDir);
  const searchTender = new SearchTender({ current, log: ports.log });
  const calendarWords = () => wordsFor(ports.paths.resourcesDir, settings.settings.language, 'calendar');
  const feed = new CalendarFeed({ current, ports, words: calendarWords });
  const workingDays = (db: Parameters<Derive>[0]) => {
    const calendar = readWorkCalendar(db, ports.paths.resourcesDir);
    return (date: string): boolean => isWorkingDay(calendar, date);
  };
  const page = new PageNotifier();
  const system = ports.notifier;
  const notifier = {
    // A system that shows none leaves telling to the pages, as does a host without.
    show: async (notice: HostNotice) => (await system?.show(notice)) === true || page.show(notice),
    clear(key: string) {
      system?.clear(key);
      page.clear(key);
    },
    setCount: (count: number) => system?.setCount(count),
  };
  const reminders = new ReminderScheduler({
    current, clock: ports.clock, log: ports.log, notifier, workingDays,
    voice: () => ({ language: settings.settings.language, words: wordsFor(ports.paths.resourcesDir, settings.settings.language, 'reminders') }),
    onMissed: () => topics.publish({ topic: 'reminders' }),
  });
  page.onPage = () => reminders.wake();
  const derive: Derive = (db, touched) => {
    const { timeZone, currency } = readBookSettings(db);
    refreshDerived(db, { today: dateInZone(ports.clock.now(), timeZone), timeZone, currency }, touched);
  };
  const keeper = new BookKeeper({
    ports, current, derive,
    onStep(tables, accountIds) {
      topics.publishStep(tables, accountIds);
      searchTender.wake();
      feed.wake();
      reminders.wake();
    },
    onBook() {
      topics.publish({ topic: 'book' });
      searchTender.wake();
      feed.wake();
      reminders.wake();
    },
    onHealth: () => topics.publish({ topic: 'backups' }),
    onTitle: (path, title) => settings.remember({ path, title, openedAt: ports.clock.now() }),
  });
  const timer = setInterval(() => {
    feed.wake();
    keeper.tend().catch((error: unknown) => ports.log.error('tending the book failed', error));
  }, TEND_EVERY_MS);
  timer.unref();
  const deps = { current, ports };
  const look = () => readLook(current.get().db);
  const stagedDir = makeRunDir(join(ports.paths.dataDir, 'staged'));
  const sources = new SourceFiles(ports.workers.parse, stagedDir);
  const remindersDeps = {
    ...deps, engine: reminders, page, finishTask: (id: string) => setTaskDone(deps, id, true), clear: (key: string) => notifier.clear(key),
  };
  ports.notifier?.onAct((act) => actOnNotice(remindersDeps, act));
  reminders.start();
  const router = bindHandlers({
    app: createAppHandlers({
      version: packageJson.version, hostName: ports.hostName, offers: ports.offers ?? [], settings, log: ports.log,
      bookStatus: () => (keeper.isOpen() ? keeper.status() : null),
      openLast() {
        const last = settings.recent[0];
        if (last) keeper.open(last.path);
      },
      subscribe: (listener) => topics.subscribe(listener),
      onSettings: () => topics.publish({ topic: 'app' }),
    }),
    book: createBookHandlers({ keeper, current }),
    accounts: createAccountsHandlers({ ...deps, readContacts, readOpenTasks, insertTask }),
    people: createPeopleHandlers({ ...deps, bundlesStillHolding, forgetElsewhere(book, said) {
      forgetLeftOut(book, said);
      sources.drop();
    } }),
    interactions: createInteractionsHandlers(deps),
    tasks: createTasksHandlers(deps),
    timeline: createTimelineHandlers(deps),
    business: createBusinessHandlers(deps),
    history: createHistoryHandlers({ current }),
    imports: createImportsHandlers({ ...deps, sources, wordsFor: (language) => wordsFor(ports.paths.resourcesDir, language, 'import') }),
    views: createViewsHandlers(deps),
    calendar: createCalendarHandlers({ ...deps, feed, words: calendarWords }),
    days: createDaysHandlers(deps),
    duplicates: createDuplicatesHandlers(deps),
    documents: createDocumentsHandlers(deps),
    reminders: createRemindersHandlers(remindersDeps),
    reviews: createReviewsHandlers({
      ...deps, readContacts, insertTask, updateTask, makeDeck: createDeckMaker(ports, look), writeDeck: createDeckWriter(ports, look),
      wordsFor: (language) => wordsFor(ports.paths.resourcesDir, language),
    }),
    sample: createSampleHandlers({ ports, createApart: (input) => keeper.createApart(input) }),
    search: createSearchHandlers({ current }),
    today: createTodayHandlers(deps),
    sync: createSyncHandlers({ ...deps, onErased(book, said) {
      purgeSearch(book);
      forgetLeftOut(book, said);
      sources.drop();
    } }),
  }, { log: ports.log, explain: (error) => keeper.explain(error) });
  return {
    router, topics, current,
    /** The computer has been asleep: what came due meanwhile is told at once. */
    wake(): void {
      reminders.wake();
      reminders.look().catch((error: unknown) => ports.log.error('reminders could not be told', error));
    },
    async close(): Promise<void> {
      clearInterval(timer);
      reminders.stop();
      searchTender.stop();
      feed.stop();
      keeper.close();
      rmSync(stagedDir, { recursive: true, force: true });
    },
  };
}

export type Core = ReturnType<typeof createCore>;
