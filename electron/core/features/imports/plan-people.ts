import { fullName } from '#shared/domain/import/complete-row.ts';
import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { prepared } from '#core/db/prepared.ts';
import { ContactIndex } from './contact-index.ts';
import type { ImportPlan } from './import-plan.ts';
import { mergeRow } from './merge-row.ts';
import type { RecordsOf } from './parse-job.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
import { RefusedIds } from './refused-ids.ts';
import { Repeats } from './repeats.ts';
import { tableSql, toColumns, type SqlRow } from './table-sql.ts';

const people = tableSql('person', ['id'], ['name', 'phone', 'mobile', 'email', 'wechat', 'external_id'], ['created_at']);
const positions = tableSql('position', ['id'], ['title', 'department'], ['person_id', 'account_id']);

/** One row is one person in one account: a person and a position. */
export class PeoplePlanner implements Planner<'people'> {
  readonly #context: PlannerContext;
  readonly #accounts = new RecordIndex();
  readonly #contacts: ContactIndex;
  readonly #repeats = new Repeats();
  readonly #refused = new RefusedIds();
  readonly #trial: boolean;

  constructor(context: PlannerContext, trial: boolean) {
    this.#context = context;
    this.#trial = trial;
    this.#contacts = new ContactIndex(context.db);
    this.refresh();
  }

  refresh(): void {
    this.#accounts.load(prepared<IndexedRow>(this.#context.db, 'SELECT id, name, alias, external_id FROM account').iterate());
    this.#contacts.clear();
  }

  plan(records: readonly RecordsOf['people'][], plan: ImportPlan): void {
    if (this.#contacts.large && !this.#trial) this.#contacts.clear();
    for (const record of records) this.#planOne(record, plan);
  }

  #planOne({ row, values }: RecordsOf['people'], plan: ImportPlan): void {
    const { columnOf } = this.#context;
    const account = this.#accounts.resolve(values.accountName, values.accountExternalId);
    if (!account.ok) {
      const value = values.accountExternalId ?? values.accountName ?? null;
      return plan.reject(cellProblem(row, columnOf(values.accountExternalId === undefined ? 'accountName' : 'accountExternalId'), account.error, value));
    }
    const name = fullName(values) ?? '';
    const { phone, mobile, email, wechat, externalId, title, department } = values;
    const person = toColumns({ name, phone, mobile, email, wechat, externalId });
    const position = toColumns({ title, department });
    const refuse = (code: ProblemCode): void => {
      const value = code === 'repeated' ? externalId ?? name : name;
      plan.reject(cellProblem(row, code === 'repeated' ? columnOf('externalId', 'name', 'lastName') : columnOf('name', 'lastName'), code, value));
      this.#refused.note(externalId, this.#contacts.withExternal(externalId));
    };
    if (this.#refused.has(externalId)) return refuse('repeated');
    const [found, other] = this.#contacts.match(account.value, name, externalId);
    if (other) return refuse('person-ambiguous');
    if (!found) return this.#create(account.value, person, position, plan);
    const metPerson = this.#repeats.meet(found.personId, person);
    const metPosition = metPerson === 'other' ? 'other' : this.#repeats.meet(`${found.personId}@${account.value}`, position);
    if (metPosition === 'other') return refuse('repeated');
    if (metPerson === 'new') mergeRow(this.#context.db, plan, people, [found.personId], person);
    this.#contacts.rename(found.personId, name, externalId);
    if (metPosition === 'same') return;
    if (found.positionId === null) this.#addPosition(account.value, found.personId, person, position, plan);
    else mergeRow(this.#context.db, plan, positions, [found.positionId], position);
  }

  #create(accountId: string, person: SqlRow, position: SqlRow, plan: ImportPlan): void {
    const { uuid, now } = this.#context;
    const personId = uuid();
    plan.insert(people, [personId, ...people.columns.map((column) => person[column] ?? null), now()]);
    this.#repeats.meet(personId, person);
    this.#repeats.meet(`${personId}@${accountId}`, position);
    this.#addPosition(accountId, personId, person, position, plan);
  }

  #addPosition(accountId: string, personId: string, person: SqlRow, position: SqlRow, plan: ImportPlan): void {
    const positionId = this.#context.uuid();
    plan.insert(positions, [positionId, ...positions.columns.map((column) => position[column] ?? null), personId, accountId]);
    this.#contacts.add(accountId, { personId, positionId, key: nameKey(String(person['name'])), externalId: person['external_id'] === undefined ? null : String(person['external_id']) });
  }
}
