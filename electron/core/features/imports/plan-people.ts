import { fullName } from '#shared/domain/import/complete-row.ts';
import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { accountCell, AccountLookup } from './account-lookup.ts';
import { ContactIndex } from './contact-index.ts';
import { FreshRows } from './fresh-rows.ts';
import type { ImportPlan } from './import-plan.ts';
import type { RecordsOf } from './parse-job.ts';
import { PendingLinks } from './pending-links.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { RefusedIds } from './refused-ids.ts';
import { Repeats } from './repeats.ts';
import { tableSql, toColumns, type SqlRow } from './table-sql.ts';

const people = tableSql('person', ['id'], ['name', 'phone', 'mobile', 'email', 'wechat', 'external_id', 'birthday', 'keep_in_touch_days'], ['created_at']);
const positions = tableSql('position', ['id'], ['title', 'department'], ['person_id', 'account_id']);

/** One row is one person in one account: a person and a position. */
export class PeoplePlanner implements Planner<'people'> {
  readonly #context: PlannerContext;
  readonly #accounts: AccountLookup;
  readonly #contacts: ContactIndex;
  readonly #repeats = new Repeats();
  readonly #refused = new RefusedIds();
  readonly #freshPeople = new FreshRows(people);
  readonly #freshPositions = new FreshRows(positions);
  readonly #pending = new PendingLinks({ table: 'position', column: 'reports_to_id', unknown: 'manager-not-found', circle: 'manager-circle' });
  readonly #trial: boolean;

  constructor(context: PlannerContext, trial: boolean) {
    this.#context = context;
    this.#trial = trial;
    this.#accounts = new AccountLookup(context);
    this.#contacts = new ContactIndex(context.db);
  }

  refresh(): void {
    this.#accounts.refresh();
    this.#contacts.clear();
  }

  plan(records: readonly RecordsOf['people'][], plan: ImportPlan): void {
    if (this.#contacts.large && !this.#trial) this.#contacts.clear();
    this.#freshPeople.clear();
    this.#freshPositions.clear();
    for (const record of records) this.#planOne(record, plan);
  }

  finish(): Iterable<ImportPlan> {
    return this.#pending.plans(this.#context.db);
  }

  #planOne({ row, values }: RecordsOf['people'], plan: ImportPlan): void {
    const { columnOf, db } = this.#context;
    const account = this.#accounts.named({ row, name: values.accountName, externalId: values.accountExternalId }, plan);
    if (!account.ok) {
      const { field, value } = accountCell(values, account.error);
      return plan.reject(cellProblem(row, columnOf(field), account.error, value));
    }
    const name = fullName(values) ?? '';
    const { phone, mobile, email, wechat, externalId, title, department, reportsTo, keepInTouchDays } = values;
    // Who gives both keeps the lunar one.
    const birthday = values.lunarBirthday ?? values.birthday;
    const person = toColumns({ name, phone, mobile, email, wechat, externalId, birthday, keepInTouchDays });
    const position = toColumns({ title, department });
    const refuse = (code: ProblemCode): void => {
      const value = code === 'repeated' ? externalId ?? name : name;
      plan.reject(cellProblem(row, code === 'repeated' ? columnOf('externalId', 'name', 'lastName') : columnOf('name', 'lastName'), code, value));
      this.#refused.note(externalId, this.#contacts.withExternal(externalId));
    };
    if (this.#refused.has(externalId)) return refuse('repeated');
    const [found, other] = this.#contacts.match(account.value, name, externalId);
    if (other) return refuse('person-ambiguous');
    if (!found) return this.#link(row, account.value, this.#create(account.value, person, position, plan), reportsTo);
    const former = this.#contacts.isFormer(found.personId, name, externalId);
    const said = former ? toColumns({ phone, mobile, email, wechat, birthday, keepInTouchDays }) : person;
    const metPerson = this.#repeats.meet(found.personId, said);
    if (metPerson === 'other') return refuse('repeated');
    const metPosition = found.positionId === null ? 'new' : this.#repeats.meet(found.positionId, position);
    if (metPosition === 'other') return refuse('repeated');
    if (metPerson !== 'same') this.#freshPeople.merge(db, plan, found.personId, said);
    if (!former) this.#contacts.rename(found.personId, name, externalId);
    if (found.positionId === null) return this.#link(row, account.value, this.#addPosition(account.value, found.personId, person, position, plan), reportsTo);
    if (metPosition !== 'same') this.#freshPositions.merge(db, plan, found.positionId, position);
    this.#link(row, account.value, found.positionId, reportsTo);
  }

  #create(accountId: string, person: SqlRow, position: SqlRow, plan: ImportPlan): string {
    const { uuid, now } = this.#context;
    const personId = uuid();
    this.#freshPeople.insert(plan, personId, person, [now()]);
    this.#repeats.meet(personId, person);
    return this.#addPosition(accountId, personId, person, position, plan);
  }

  #addPosition(accountId: string, personId: string, person: SqlRow, position: SqlRow, plan: ImportPlan): string {
    const positionId = this.#context.uuid();
    this.#freshPositions.insert(plan, positionId, position, [personId, accountId]);
    this.#repeats.meet(positionId, position);
    this.#pending.made(positionId);
    this.#contacts.add(accountId, { personId, positionId, key: nameKey(String(person['name'])), externalId: person['external_id'] === undefined ? null : String(person['external_id']) });
    return positionId;
  }

  /** Who leads this person at the account, by name: one of the same account. */
  #link(row: number, accountId: string, positionId: string, reportsTo: string | undefined): void {
    if (reportsTo === undefined) return;
    const target = (): string | null => {
      const [leader, other] = this.#contacts.match(accountId, reportsTo, undefined);
      return leader && !other ? leader.positionId : null;
    };
    this.#pending.add({ row, id: positionId, column: this.#context.columnOf('reportsTo'), value: reportsTo, target });
  }
}
