import { nameKey } from '#shared/domain/import/text.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import { KeyIndex } from './key-index.ts';
import type { PlannerContext } from './planner.ts';
import { tableSql } from './table-sql.ts';

const colleagues = tableSql('colleague', ['id'], ['name']);

const SEPARATORS = [/[;；、\n]/, /[;；、\n,，]/];

export interface Participants { people: string[]; colleagues: string[]; unknown: string[] }

/** Who took part: people and colleagues by name or e-mail, wherever the file lists them. */
export class ParticipantIndex {
  readonly #context: PlannerContext;
  readonly #people = new KeyIndex();
  readonly #colleagues = new KeyIndex();
  readonly #accounts = new Map<string, Set<string>>();

  constructor(context: PlannerContext) {
    this.#context = context;
    this.refresh();
  }

  refresh(): void {
    const { db } = this.#context;
    for (const each of [this.#people, this.#colleagues, this.#accounts]) each.clear();
    for (const { id, name, email, accountId } of prepared<{ id: string; name: string; email: string | null; accountId: string }>(db, `
      SELECT person.id, person.name, person.email, position.account_id AS accountId FROM position JOIN person ON person.id = position.person_id`).iterate()) {
      this.#people.add(nameKey(name), id);
      if (email !== null) this.#people.add(nameKey(email), id);
      this.#accounts.set(id, (this.#accounts.get(id) ?? new Set()).add(accountId));
    }
    for (const { id, name, email } of prepared<{ id: string; name: string; email: string | null }>(db, 'SELECT id, name, email FROM colleague').iterate()) {
      this.#colleagues.add(nameKey(name), id);
      if (email !== null) this.#colleagues.add(nameKey(email), id);
    }
  }

  /** The one account at which the one person of these names works; null when that is not certain. */
  accountOf(...cells: (string | undefined)[]): string | null {
    const accounts = new Set(cells.flatMap((cell) => this.#split(cell)).flatMap((name) => {
      const found = this.#people.all(nameKey(name));
      return found.length === 1 ? [...this.#accounts.get(found[0] ?? '') ?? []] : [];
    }));
    const [only] = accounts;
    return accounts.size === 1 && only !== undefined ? only : null;
  }

  /**
   * @param theirs names of the customer's side, `ours` of our own; programs that write down sender and receiver mix
   * them, so that each is looked for on its own side first, then on the other
   */
  resolve(accountId: string, theirs: string | undefined, ours: string | undefined, plan: ImportPlan): Participants {
    const found: Participants = { people: [], colleagues: [], unknown: [] };
    for (const name of this.#split(theirs)) this.#place(name, this.#personAt(accountId, name), this.#colleagues.all(nameKey(name))[0], found);
    for (const name of this.#split(ours)) {
      const colleague = this.#colleagues.all(nameKey(name))[0];
      const person = colleague === undefined ? this.#personAt(accountId, name) : undefined;
      this.#place(name, person, colleague ?? (person === undefined && !name.includes('@') ? this.#makeColleague(name, plan) : undefined), found);
    }
    return found;
  }

  #place(name: string, person: string | undefined, colleague: string | undefined, found: Participants): void {
    if (person !== undefined) found.people.push(person);
    else if (colleague !== undefined) found.colleagues.push(colleague);
    else found.unknown.push(name);
  }

  /** One of the account before one of elsewhere; of several nobody. */
  #personAt(accountId: string, name: string): string | undefined {
    const all = this.#people.all(nameKey(name));
    const here = all.filter((id) => this.#accounts.get(id)?.has(accountId));
    const among = here.length > 0 ? here : all;
    return among.length === 1 ? among[0] : undefined;
  }

  #makeColleague(name: string, plan: ImportPlan): string {
    const id = this.#context.uuid();
    this.#colleagues.add(nameKey(name), id);
    plan.insert(colleagues, [id, name]);
    return id;
  }

  /** A name may hold a comma, as in `Baker, Alex`: only where the whole is nobody do commas part names. */
  #split(cell: string | undefined): string[] {
    if (cell === undefined) return [];
    const isKnown = (name: string): boolean => this.#people.all(nameKey(name)).length > 0 || this.#colleagues.all(nameKey(name)).length > 0;
    const [coarse = [], fine = []] = SEPARATORS.map((separator) => cell.split(separator).map((name) => name.trim()).filter((name) => name !== ''));
    return coarse.every(isKnown) ? coarse : fine;
  }
}
