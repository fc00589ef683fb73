import type Database from 'better-sqlite3';
import type { accountsContract } from '#shared/contract/accounts.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { Contact } from '#shared/domain/person/model.ts';
import type { Task, TaskFields } from '#shared/domain/task/model.ts';
import { blankToNull } from '#shared/kernel/blank-to-null.ts';
import type { Book } from '#core/db/book.ts';
import { readAsOf } from '#core/db/as-of.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { readFresh } from '#core/measures/fresh-figures.ts';
import { measureContext } from '#core/measures/measure-context.ts';
import type { MeasureContext } from '#core/measures/measure-request.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { filterSql } from './account-filter.ts';
import { countAccounts, readIds, readValues } from './count-accounts.ts';
import { checkParent } from './check-parent.ts';
import { readAccount } from './read-account.ts';
import { readKeptFigures, readLiveFigures } from './read-figures.ts';
import { readCounts, readLately, readLatestOrders } from './read-file.ts';
import { exportAccounts } from './export-accounts.ts';
import { ExportedFiles } from './exported-files.ts';
import { withExtra } from './read-extra.ts';
import { readTotals } from './read-totals.ts';
import { readWindow } from './read-window.ts';
import { fromCursor } from './window-cursor.ts';
import { insertAccount, updateAccount } from './write-account.ts';
import { writeMany } from './write-many.ts';

export interface AccountsDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'ids'>;
  /** From the people's and the tasks' rooms, which a file shows as well. */
  readContacts: (db: Database.Database, accountId: string, context: MeasureContext) => Contact[];
  readOpenTasks: (db: Database.Database, accountId: string) => Task[];
  insertTask: (book: Book, row: TaskFields & { id: string; accountId: string; createdAt: number }) => void;
}

export function createAccountsHandlers({ current, ports, readContacts, readOpenTasks, insertTask }: AccountsDeps): HandlersOf<typeof accountsContract> {
  const readFile = (db: Database.Database, id: string, context: MeasureContext, kept: boolean) => {
    const { account, parentName } = readAccount(db, id);
    const figures = (kept ? readKeptFigures(db, id) : null) ?? readLiveFigures(db, account, context);
    return {
      account, parentName, figures: figures.row, ...readCounts(db, id), contacts: readContacts(db, id, context), tasks: readOpenTasks(db, id),
      lately: readLately(db, id), latestOrders: readLatestOrders(db, id), otherCurrencies: figures.otherCurrencies,
    };
  };

  const idsOf = (filter: Parameters<typeof filterSql>[1]): string[] => {
    const book = current.get();
    return readFresh(book, ports.clock.now(), (context) => readIds(book.db, filterSql(book.db, filter, context)));
  };
  const files = new ExportedFiles();

  return {
    window({ filter, sort, descending, cursor, limit, extra }) {
      const book = current.get();
      const after = fromCursor(sort, descending, cursor);
      return readFresh(book, ports.clock.now(), (context) => {
        const found = readWindow(book.db, filterSql(book.db, filter, context), { sort, descending, after, limit });
        return extra && extra.length > 0 ? { ...found, rows: withExtra(book.db, found.rows, extra, context) } : found;
      });
    },
    totals({ filter }) {
      const book = current.get();
      return readFresh(book, ports.clock.now(), (context) => readTotals(book.db, filterSql(book.db, filter, context)));
    },
    counts({ filters }) {
      const book = current.get();
      return readFresh(book, ports.clock.now(), (context) => filters.map((filter) => countAccounts(book.db, filterSql(book.db, filter, context))));
    },
    values({ field, text, limit }) {
      const book = current.get();
      return book.read(() => readValues(book.db, field, text, limit));
    },
    updateMany({ filter, patch }) {
      const book = current.get();
      const fields = blankToNull(patch);
      const verb = fields.isKey === undefined ? 'account.updateMany' : fields.isKey ? 'account.markMany' : 'account.unmarkMany';
      return writeMany(book, idsOf(filter), { verb, params: {} }, (id) => updateAccount(book, id, fields));
    },
    addTasks({ filter, title, dueOn }) {
      const book = current.get();
      return writeMany(book, idsOf(filter), { verb: 'task.createMany', params: { title } }, (accountId) => insertTask(book, {
        id: ports.ids.uuid(), accountId, title, dueOn, colleagueId: null, personId: null, createdAt: ports.clock.now(),
      }));
    },
    export: (request, { signal }) => exportAccounts(current.get(), request, { now: ports.clock.now(), keep: (file) => files.keep(request.run, file) }, signal),
    exported({ run }) {
      current.get();
      return files.take(run);
    },
    file({ id, asOf }) {
      const book = current.get();
      if (asOf !== undefined) return readAsOf(book, asOf, (db) => readFile(db, id, measureContext(db, asOf), false));
      return readFresh(book, ports.clock.now(), (context, kept) => readFile(book.db, id, context, kept));
    },
    create(input) {
      const book = current.get();
      const id = ports.ids.uuid();
      const fields = blankToNull(input);
      const { stepNo } = book.write({ kind: 'user', verb: 'account.create', params: { name: input.name } }, () => {
        if (fields.parentId) checkParent(book.db, id, fields.parentId);
        insertAccount(book, { ...fields, id, createdAt: ports.clock.now() });
      });
      return { id, stepNo };
    },
    update({ id, patch }) {
      const book = current.get();
      const { account } = book.read(() => readAccount(book.db, id));
      const fields = blankToNull(patch);
      const { stepNo } = book.write({ kind: 'user', verb: 'account.update', params: { name: patch.name ?? account.name } }, () => {
        if (fields.parentId) checkParent(book.db, id, fields.parentId);
        updateAccount(book, id, fields);
      });
      return { stepNo };
    },
  };
}
