import { cellProblem } from '#shared/domain/import/read-row.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import { mergeRow } from './merge-row.ts';
import type { RecordsOf } from './parse-job.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
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
    const { db, columnOf, uuid, now } = this.#context;
    const name = values.name ?? '';
    const [id, other] = this.#index.match(name, values.externalId);
    if (other !== undefined) return plan.reject(cellProblem(row, columnOf('name'), 'account-ambiguous', name));
    const given = toColumns(values);
    if (id === undefined) {
      const made = uuid();
      this.#index.add({ id: made, name, external_id: values.externalId ?? null });
      this.#repeats.meet(made, values);
      return plan.insert(accounts, [made, ...accounts.columns.map((column) => given[column] ?? (column === 'is_key' ? 0 : null)), now()]);
    }
    const met = this.#repeats.meet(id, values);
    if (met === 'other') return plan.reject(cellProblem(row, columnOf('externalId', 'name'), 'repeated', values.externalId ?? name));
    if (met === 'new') {
      mergeRow(db, plan, accounts, [id], given);
      this.#index.add({ id, name, external_id: values.externalId ?? null });
    }
  }
}
