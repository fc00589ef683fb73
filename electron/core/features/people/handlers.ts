import { join } from 'node:path';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { peopleContract } from '#shared/contract/people.ts';
import { splitContact } from '#shared/domain/person/split-contact.ts';
import { blankToNull } from '#shared/kernel/blank-to-null.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { readAsOf } from '#core/db/as-of.ts';
import { backupDir, listBackups } from '#core/db/backup-files.ts';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { backupsHolding, erasePerson } from '#core/db/erase-person.ts';
import { saidOfPerson } from '#core/db/forget-traces.ts';
import { prepared } from '#core/db/prepared.ts';
import { measureContext } from '#core/measures/measure-context.ts';
import { catchUpNames, purgeSearch } from '#core/measures/search-index.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { checkReportsTo } from './check-reports-to.ts';
import { findPeople } from './find-people.ts';
import { readContacts } from './read-contacts.ts';
import { accountName, readColleagues, readPosition } from './read-people.ts';
import { deletePosition, insertContact, updateContact } from './write-contact.ts';

export interface PeopleDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'ids' | 'paths'>;
  /** Takes a person, known by these names and addresses, out of what other features keep beside the records. */
  forgetElsewhere: (book: Book, said: readonly string[]) => void;
  /** How many bundles of the shared folder, if there is one, still hold people of these ids; null when that cannot be told. */
  bundlesStillHolding: (book: Book, ids: readonly string[]) => Promise<{ folder: string; bundles: number | null } | null>;
}

export function createPeopleHandlers({ current, ports, forgetElsewhere, bundlesStillHolding }: PeopleDeps): HandlersOf<typeof peopleContract> {
  return {
    list({ accountId, asOf }) {
      const book = current.get();
      if (asOf !== undefined) return readAsOf(book, asOf, (db) => readContacts(db, accountId, measureContext(db, asOf)));
      return book.read(() => {
        accountName(book.db, accountId);
        return readContacts(book.db, accountId, measureContext(book.db, ports.clock.now()));
      });
    },
    create({ accountId, ...contact }) {
      const book = current.get();
      const [personId, positionId] = [ports.ids.uuid(), ports.ids.uuid()];
      const fields = splitContact(blankToNull(contact));
      const { stepNo } = book.write({ kind: 'user', verb: 'person.create', params: { name: contact.name } }, () => {
        accountName(book.db, accountId);
        if (fields.position.reportsToId) checkReportsTo(book.db, positionId, accountId, fields.position.reportsToId);
        insertContact(book, {
          person: { ...fields.person, id: personId, name: contact.name, createdAt: ports.clock.now() },
          position: { ...fields.position, id: positionId, accountId },
        });
      });
      return { personId, positionId, stepNo };
    },
    update({ positionId, patch }) {
      const book = current.get();
      const head = book.read(() => readPosition(book.db, positionId));
      const fields = splitContact(blankToNull(patch));
      const { stepNo } = book.write({ kind: 'user', verb: 'person.update', params: { name: patch.name ?? head.name } }, () => {
        if (fields.position.reportsToId) checkReportsTo(book.db, positionId, head.accountId, fields.position.reportsToId);
        updateContact(book, head, fields.person, fields.position);
      });
      return { stepNo };
    },
    remove({ positionId }) {
      const book = current.get();
      const head = book.read(() => readPosition(book.db, positionId));
      const { stepNo } = book.write({ kind: 'user', verb: 'person.remove', params: { name: head.name } }, () => deletePosition(book.db, head));
      return { stepNo };
    },
    async eraseForGood({ personId }) {
      const book = current.get();
      if (book.readOnly) throw new CodedError('book-read-only');
      if (!prepared(book.db, 'SELECT 1 FROM person WHERE id = ?').get(personId)) throw new CodedError('not-found', { where: { field: 'personId' } });
      const said = saidOfPerson(book.db, personId);
      const ids = erasePerson(book, personId, () => {
        purgeSearch(book);
        forgetElsewhere(book, said);
      });
      const { dataDir } = ports.paths;
      const dir = backupDir(dataDir, book.path);
      const backups = listBackups(dataDir, book.path).filter(({ file }) => backupsHolding(ids, [join(dir, file)]).length > 0);
      return { backups, shared: await bundlesStillHolding(book, ids) };
    },
    colleagues() {
      const book = current.get();
      return book.read(() => readColleagues(book.db));
    },
    async find(input) {
      await catchUpNames(current.get());
      const book = current.get();
      return book.read(() => findPeople(book.db, input));
    },
  };
}
