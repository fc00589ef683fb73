import type Database from 'better-sqlite3';
import { nameKey } from '#shared/domain/import/text.ts';
import { prepared } from '#core/db/prepared.ts';

/** `key` is the name as it is compared, kept since it is compared with every row of the account. */
export interface IndexedContact { personId: string; positionId: string | null; key: string; externalId: string | null }

const MAX_KEPT = 50_000;

/** People of the accounts that a file touches, read account by account, with those that the running import plans. */
export class ContactIndex {
  readonly #db: Database.Database;
  readonly #byAccount = new Map<string, IndexedContact[]>();
  readonly #planned = new Map<string, Set<string>>();
  #kept = 0;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Forgets what was read. Planned people that were written are read again; a trial run never forgets. */
  clear(): void {
    this.#byAccount.clear();
    this.#planned.clear();
    this.#kept = 0;
  }

  get large(): boolean {
    return this.#kept > MAX_KEPT;
  }

  add(accountId: string, contact: IndexedContact): void {
    const contacts = this.#of(accountId);
    contacts.push(contact);
    this.#kept += 1;
    if (contact.externalId === null) return;
    const people = this.#planned.get(contact.externalId) ?? new Set();
    this.#planned.set(contact.externalId, people.add(contact.personId));
  }

  /** People who may be meant: those of the external id wherever they work, else those of the name at this account. */
  match(accountId: string, name: string, externalId: string | undefined): readonly IndexedContact[] {
    const here = this.#of(accountId);
    if (externalId !== undefined) {
      const stored = prepared<{ id: string }>(this.#db, 'SELECT id FROM person WHERE external_id = ?').all(externalId).map(({ id }) => id);
      const ids = new Set([...stored, ...this.#planned.get(externalId) ?? []]);
      if (ids.size > 0) return [...ids].map((personId) => here.find((contact) => contact.personId === personId) ?? { personId, positionId: null, key: nameKey(name), externalId });
    }
    const key = nameKey(name);
    return here.filter((contact) => contact.key === key && (externalId === undefined || contact.externalId === null));
  }

  #of(accountId: string): IndexedContact[] {
    const known = this.#byAccount.get(accountId);
    if (known) return known;
    const read = prepared<Omit<IndexedContact, 'key'> & { name: string }>(this.#db, `
      SELECT person.id AS personId, position.id AS positionId, person.name, person.external_id AS externalId
      FROM position JOIN person ON person.id = position.person_id WHERE position.account_id = ?`)
      .all(accountId).map(({ name, ...contact }): IndexedContact => ({ ...contact, key: nameKey(name) }));
    this.#byAccount.set(accountId, read);
    this.#kept += read.length;
    return read;
  }
}
