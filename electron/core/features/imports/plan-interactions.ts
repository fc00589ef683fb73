import { htmlToText } from '#shared/domain/import/html-to-text.ts';
import { cellProblem, type RowValues } from '#shared/domain/import/read-row.ts';
import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { EXACT_UNIT } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { prepared } from '#core/db/prepared.ts';
import { accountCell, AccountLookup } from './account-lookup.ts';
import type { ImportPlan } from './import-plan.ts';
import { mergeRow } from './merge-row.ts';
import type { RecordsOf } from './parse-job.ts';
import { ParticipantIndex } from './participants.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { Repeats } from './repeats.ts';
import { tableSql, toColumns, type SqlRow } from './table-sql.ts';

const interactions = tableSql('interaction', ['id'], ['account_id', 'at', 'kind', 'duration_minutes', 'place', 'summary', 'external_id']);
const texts = tableSql('interaction_text', ['interaction_id'], ['notes', 'decisions']);
const withPeople = tableSql('interaction_person', ['interaction_id', 'person_id'], []);
const withColleagues = tableSql('interaction_colleague', ['interaction_id', 'colleague_id'], []);

const MINUTE_MS = 60_000;
const MAX_MINUTES = 60 * 24 * 30;
const MAX_SUMMARY = 200;

type Values = RowValues<'interactions'>;

/** Whether a row says something that no row before it said, and of which interaction of the book. */
type Met = { known: string | undefined } | 'same' | 'other';

/** Minutes as the file says them or as begin and end give them; undefined when neither makes sense. */
function minutesOf({ at = 0, endedAt, durationMinutes }: Values): number | undefined {
  const minutes = durationMinutes === undefined ? (endedAt === undefined ? undefined : Math.round((endedAt - at) / MINUTE_MS)) : Math.round(durationMinutes / EXACT_UNIT);
  return minutes !== undefined && minutes >= 0 && minutes <= MAX_MINUTES ? minutes : undefined;
}

/** The head of a text without a subject of its own: its first line, cut at a word where it is long. */
function headOf(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '')?.trim() ?? '';
  return line.length <= MAX_SUMMARY ? line : `${line.slice(0, MAX_SUMMARY - 1).replace(/\s\S*$/, '')}…`;
}

/** One row is one interaction, with who took part. */
export class InteractionPlanner implements Planner<'interactions'> {
  readonly #context: PlannerContext;
  readonly #accounts: AccountLookup;
  readonly #participants: ParticipantIndex;
  readonly #repeats = new Repeats();
  /** Rows without a number by account, moment and subject. */
  readonly #alike = new Map<string, Values[]>();
  /** Whether an account had interactions without a number when its first row came. */
  readonly #nameless = new Map<string, boolean>();

  constructor(context: PlannerContext) {
    this.#context = context;
    this.#accounts = new AccountLookup(context);
    this.#participants = new ParticipantIndex(context);
  }

  refresh(): void {
    this.#accounts.refresh();
    this.#participants.refresh();
    this.#nameless.clear();
  }

  plan(records: readonly RecordsOf['interactions'][], plan: ImportPlan): void {
    for (const record of records) this.#planOne(record, plan);
  }

  #planOne({ row, values }: RecordsOf['interactions'], plan: ImportPlan): void {
    const { columnOf, choices, uuid, db } = this.#context;
    const account = this.#accountOf(row, values, plan);
    if (!account.ok) {
      const isNamed = values.accountExternalId !== undefined || values.accountName !== undefined;
      const { field, value } = isNamed ? accountCell(values, account.error) : { field: 'people' as const, value: values.people ?? null };
      return plan.reject(cellProblem(row, columnOf(field), account.error, value));
    }
    const notes = values.notes === undefined ? undefined : htmlToText(values.notes);
    const summary = values.summary ?? headOf(notes ?? '');
    if (summary === '') return plan.reject(cellProblem(row, columnOf('summary', 'notes'), 'missing-value', null));
    const met = values.externalId === undefined ? this.#meetNameless(account.value, summary, values) : this.#meetNumbered(values.externalId, values);
    if (met === 'same') return;
    if (met === 'other') return plan.reject(cellProblem(row, columnOf('externalId', 'summary', 'at'), 'repeated', values.externalId ?? summary));
    const { known } = met;
    const id = known ?? uuid();
    const head: SqlRow = toColumns({ accountId: account.value, at: values.at, kind: values.kind, durationMinutes: minutesOf(values), place: values.place, summary, externalId: values.externalId });
    const text: SqlRow = toColumns({ notes, decisions: values.decisions });
    if (known === undefined) {
      plan.insert(interactions, [id, ...interactions.columns.map((column) => head[column] ?? (column === 'kind' ? choices.interactionKind : null))]);
      plan.insert(texts, [id, ...texts.columns.map((column) => text[column] ?? '')]);
    } else {
      mergeRow(db, plan, interactions, [id], head);
      mergeRow(db, plan, texts, [id], text);
    }
    this.#join(row, id, account.value, values, plan);
  }

  /** The account of the row; where it names none that is known, the one at which its people work. */
  #accountOf(row: number, { accountExternalId: externalId, accountName: name, people, colleagues }: Values, plan: ImportPlan): Result<string, ProblemCode> {
    const known = this.#accounts.known(name, externalId);
    if (known.ok) return known;
    const byPeople = this.#participants.accountOf(people, colleagues);
    return byPeople === null ? this.#accounts.named({ row, name, externalId }, plan) : ok(byPeople);
  }

  #meetNumbered(externalId: string, values: Values): Met {
    const met = this.#repeats.meet(externalId, values);
    if (met === 'same') return 'same';
    if (met !== 'new') return 'other';
    return { known: prepared<{ id: string }>(this.#context.db, 'SELECT id FROM interaction WHERE external_id = +?').get(externalId)?.id };
  }

  /**
   * Rows without a number that are alike in everything are one. Else the second of a moment and subject in the file is
   * the second in the book: mails to several people go out at once.
   */
  #meetNameless(accountId: string, summary: string, values: Values): Met {
    const { at = 0 } = values;
    const key = `${accountId} ${at} ${summary}`;
    const before = this.#alike.get(key);
    if (!before) this.#alike.set(key, [values]);
    else {
      const said = JSON.stringify(values);
      if (before.some((other) => JSON.stringify(other) === said)) return 'same';
      before.push(values);
    }
    if (!this.#hasNameless(accountId)) return { known: undefined };
    return { known: prepared<{ id: string }>(this.#context.db, `
      SELECT id FROM interaction WHERE account_id = +? AND at = +? AND summary = +? AND external_id IS NULL ORDER BY id LIMIT 1 OFFSET +?`).get(accountId, at, summary, (before?.length ?? 1) - 1)?.id };
  }

  /** Of an account that had none before the file no row can be found again, and nothing needs to be asked. */
  #hasNameless(accountId: string): boolean {
    let has = this.#nameless.get(accountId);
    if (has === undefined) {
      has = prepared(this.#context.db, 'SELECT 1 FROM interaction WHERE account_id = +? AND external_id IS NULL LIMIT 1').get(accountId) !== undefined;
      this.#nameless.set(accountId, has);
    }
    return has;
  }

  /** Adds who is not there yet; whoever a person added by hand stays. */
  #join(row: number, id: string, accountId: string, { people, colleagues }: Values, plan: ImportPlan): void {
    const found = this.#participants.resolve(accountId, people, colleagues, plan);
    for (const [table, ids] of [[withPeople, found.people], [withColleagues, found.colleagues]] as const) {
      for (const other of new Set(ids)) {
        if (prepared(this.#context.db, `SELECT 1 FROM ${table.name} WHERE ${table.key.map((column) => `${column} = +?`).join(' AND ')}`).get(id, other) === undefined) plan.insert(table, [id, other]);
        else plan.count(table, 'same');
      }
    }
    if (found.unknown.length > 0) plan.lack(cellProblem(row, this.#context.columnOf('people', 'colleagues'), 'participant-not-found', found.unknown.join('; ')));
  }
}
