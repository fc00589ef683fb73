import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { cellProblem } from '#shared/domain/import/read-row.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import { mergeRow } from './merge-row.ts';
import type { RecordsOf } from './parse-job.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
import { RefusedIds } from './refused-ids.ts';
import { Repeats } from './repeats.ts';
import { tableSql, toColumns } from './table-sql.ts';

const accounts = tableSql('account', ['id'], [
  'name', 'alias', 'external_id', 'industry', 'address', 'city', 'region', 'postal_code', 'country', 'phone', 'fax', 'website',
  'customer_since', 'contract_end', 'is_key',
], ['created_at']);

export class AccountPlanner implements Planner<'accounts'> {
  readonly #context: PlannerContext;
  readonly #index = new RecordIndex();
  readonly #repeats = new Repeats();
  readonly #refused = new RefusedIds();

  constructor(context: PlannerContext) {
    this.#context = context;
    this.refresh();
  }

  refresh(): void {
    this.#index.load(prepared<IndexedRow>(this.#context.db, 'SELECT id, name, external_id FROM account').iterate());
  }

  plan(records: readonly RecordsOf['accounts'][], plan: ImportPlan): void {
    for (const record of records) this.#planOne(record, plan);
  }

  #planOne({ row, values }: RecordsOf['accounts'], plan: ImportPlan): void {
    const { db, columnOf } = this.#context;
    const { name = '', externalId } = values;
    const refuse = (code: ProblemCode): void => {
      plan.reject(code === 'repeated' ? cellProblem(row, columnOf('externalId', 'name'), code, externalId ?? name) : cellProblem(row, columnOf('name'), code, name));
      this.#refused.note(externalId, this.#index.match(undefined, externalId));
    };
    if (this.#refused.has(externalId)) return refuse('repeated');
    const [id, other] = this.#index.match(name, externalId);
    if (other !== undefined) return refuse('account-ambiguous');
    if (id === undefined) return this.#create(values, plan);
    const met = this.#repeats.meet(id, values);
    if (met === 'other') return refuse('repeated');
    if (met === 'same') return;
    mergeRow(db, plan, accounts, [id], toColumns(values));
    this.#index.set({ id, name, external_id: externalId ?? null });
  }

  #create(values: RecordsOf['accounts']['values'], plan: ImportPlan): void {
    const { uuid, now } = this.#context;
    const given = toColumns(values);
    const id = uuid();
    this.#index.set({ id, name: values.name ?? '', external_id: values.externalId ?? null });
    this.#repeats.meet(id, values);
    plan.insert(accounts, [id, ...accounts.columns.map((column) => given[column] ?? (column === 'is_key' ? 0 : null)), now()]);
  }
}
