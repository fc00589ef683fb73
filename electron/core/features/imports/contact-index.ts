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
  readonly #byPerson = new Map<string, IndexedContact[]>();
  readonly #planned = new Map<string, Set<string>>();
  /** What people are called since the book was read last, at accounts not read yet as well. */
  readonly #renamed = new Map<string, string>();
  #kept = 0;
  #formerNames: readonly Omit<IndexedContact, 'positionId'>[] | null = null;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Forgets what was read. Planned people that were written are read again; a trial run never forgets. */
  clear(): void {
    this.#byAccount.clear();
    this.#byPerson.clear();
    this.#planned.clear();
    this.#renamed.clear();
    this.#kept = 0;
    this.#formerNames = null;
  }

  get large(): boolean {
    return this.#kept > MAX_KEPT;
  }

  add(accountId: string, contact: IndexedContact): void {
    this.#of(accountId).push(contact);
    this.#keep(contact);
    this.#plan(contact);
  }

  /** What a person is called from now on, wherever they work. */
  rename(personId: string, name: string, externalId: string | undefined): void {
    this.#renamed.set(personId, nameKey(name));
    for (const contact of this.#byPerson.get(personId) ?? []) {
      contact.key = nameKey(name);
      contact.externalId ??= externalId ?? null;
      this.#plan(contact);
    }
  }

  /** People of an external id, stored or planned. */
  withExternal(externalId: string | undefined): readonly string[] {
    if (externalId === undefined) return [];
    const stored = prepared<{ id: string }>(this.#db, 'SELECT id FROM person WHERE external_id = +?').all(externalId).map(({ id }) => id);
    const known = [...new Set([...stored, ...this.#planned.get(externalId) ?? []])];
    return known.length > 0 ? known : this.#formerly(externalId);
  }

  /** Whether a file calls a person by a name or number from before a merge, which must not come back. */
  isFormer(personId: string, name: string, externalId: string | undefined): boolean {
    return this.#former().some((one) => one.personId === personId && (one.key === nameKey(name) || (externalId !== undefined && one.externalId === externalId)));
  }

  /** People into whom one of that external id was merged. */
  #formerly(externalId: string): string[] {
    return [...new Set(this.#former().filter((one) => one.externalId === externalId).map(({ personId }) => personId))];
  }

  #former(): readonly Omit<IndexedContact, 'positionId'>[] {
    this.#formerNames ??= prepared<{ personId: string; name: string; externalId: string | null }>(this.#db, 'SELECT person_id AS personId, name, external_id AS externalId FROM person_known_as').all()
      .map(({ name, ...one }) => ({ ...one, key: nameKey(name) }));
    return this.#formerNames;
  }

  /** People who may be meant: those of the external id wherever they work, else those of the name at this account. */
  match(accountId: string, name: string, externalId: string | undefined): readonly IndexedContact[] {
    const here = this.#of(accountId);
    const key = nameKey(name);
    const known = this.withExternal(externalId);
    if (known.length > 0) return known.map((personId) => here.find((contact) => contact.personId === personId) ?? { personId, positionId: null, key, externalId: externalId ?? null });
    const named = here.filter((contact) => contact.key === key && (externalId === undefined || contact.externalId === null));
    return named.length > 0 || externalId !== undefined ? named : here.filter((contact) => this.isFormer(contact.personId, name, undefined));
  }

  #of(accountId: string): IndexedContact[] {
    const known = this.#byAccount.get(accountId);
    if (known) return known;
    const read = prepared<Omit<IndexedContact, 'key'> & { name: string }>(this.#db, `
      SELECT person.id AS personId, position.id AS positionId, person.name, person.external_id AS externalId
      FROM position JOIN person ON person.id = position.person_id WHERE position.account_id = +?`)
      .all(accountId).map(({ name, ...contact }): IndexedContact => ({ ...contact, key: this.#renamed.get(contact.personId) ?? nameKey(name) }));
    this.#byAccount.set(accountId, read);
    for (const contact of read) this.#keep(contact);
    return read;
  }

  #keep(contact: IndexedContact): void {
    this.#kept += 1;
    const positions = this.#byPerson.get(contact.personId);
    if (positions) positions.push(contact);
    else this.#byPerson.set(contact.personId, [contact]);
  }

  #plan({ personId, externalId }: IndexedContact): void {
    if (externalId === null) return;
    const people = this.#planned.get(externalId) ?? new Set();
    this.#planned.set(externalId, people.add(personId));
  }
}
