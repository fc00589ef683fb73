import type { DoubtfulName } from '#shared/domain/import/model.ts';
import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { companyKey } from '#shared/domain/name/company-key.ts';
import { isNearName } from '#shared/domain/name/near-name.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import { KeyIndex } from './key-index.ts';
import type { PlannerContext } from './planner.ts';
import { RecordIndex, type IndexedRow } from './record-index.ts';
import { tableSql } from './table-sql.ts';

const newAccounts = tableSql('account', ['id'], ['name', 'external_id'], ['created_at']);

/** Beyond this many names that the book does not know, resemblances are no longer looked for. */
const MAX_STRANGERS = 2_000;
const MAX_CANDIDATES = 8;

export interface NamedAccount { row: number; name: string | undefined; externalId: string | undefined }

/** The cell that a problem with a row's account is about: the number where there is one, but a doubt is about the name. */
export function accountCell({ accountExternalId, accountName }: { accountExternalId?: string | undefined; accountName?: string | undefined }, problem: ProblemCode): { field: 'accountExternalId' | 'accountName'; value: string | null } {
  const isName = accountExternalId === undefined || (problem === 'account-doubtful' && accountName !== undefined);
  return isName ? { field: 'accountName', value: accountName ?? null } : { field: 'accountExternalId', value: accountExternalId };
}

/** Finds the account that a row is about or names: by number, by name, by the name without legal form, as decided by a person. */
export class AccountLookup {
  readonly #context: PlannerContext;
  readonly #index = new RecordIndex();
  readonly #companies = new KeyIndex();
  /** Accounts that were in the book before the run, with their key and whether they have a number. */
  readonly #before = new Map<string, { key: string; numbered: boolean }>();
  /** Accounts that the file names by their number. */
  readonly #metByNumber = new Set<string>();
  readonly #near = new Map<string, readonly string[]>();

  constructor(context: PlannerContext) {
    this.#context = context;
    for (const { id, name, external_id: externalId } of this.#rows()) this.#before.set(id, { key: companyKey(name), numbered: externalId !== null });
    this.refresh();
  }

  /** Reads the book's accounts anew. */
  refresh(): void {
    this.#index.load(this.#rows());
    this.#index.learnFormer(prepared<IndexedRow>(this.#context.db, 'SELECT account_id AS id, name, external_id FROM account_known_as').all());
    this.#companies.clear();
    for (const [id, { key }] of this.#before) if (key !== '') this.#companies.add(key, id);
    this.#near.clear();
  }

  /** Learns an account, or what it is called from now on. */
  set(row: IndexedRow): void {
    this.#index.set(row);
    const before = this.#before.get(row.id);
    if (!before || row.external_id === null) return;
    before.numbered = true;
    this.#metByNumber.add(row.id);
  }

  /** Whether a file calls an account by what it was called before a merge. */
  isFormer(name: string | undefined, externalId: string | undefined): boolean {
    return this.#index.isFormer(name, externalId);
  }

  /** Accounts of a number, in the book or planned. */
  withExternal(externalId: string | undefined): readonly string[] {
    return externalId === undefined ? [] : this.#index.match(undefined, externalId);
  }

  /** The account that is known by these, without asking anybody. */
  known(name: string | undefined, externalId: string | undefined): Result<string, ProblemCode> {
    const found = this.#index.resolve(name, externalId);
    const [only, other] = found.ok || name === undefined ? [] : this.#alike(name);
    return only !== undefined && other === undefined ? ok(only) : found;
  }

  /**
   * The account that a row of an account file is about; undefined for a new one.
   * @param last every row was read: until then a doubt is only said, since an account that the file names by its own
   * number elsewhere is another one, and which these are is known at the end
   */
  own({ row, name = '', externalId }: NamedAccount, plan: ImportPlan, last: boolean): Result<string | undefined, ProblemCode> {
    const decided = this.#decided(name);
    if (decided !== undefined && this.withExternal(externalId).length === 0) return ok(decided ?? this.#onlyNew(name, externalId));
    const [id, other] = this.#index.match(name, externalId);
    if (other !== undefined) return fail('account-ambiguous');
    if (id !== undefined) {
      if (externalId !== undefined) this.#metByNumber.add(id);
      return ok(id);
    }
    const alike = this.#alike(name).filter((each) => !last || !this.#metByNumber.has(each));
    const [only] = alike;
    if (only === undefined) return ok(undefined);
    if (alike.length === 1 && !this.#isNumberedOtherwise(only, externalId)) return ok(only);
    return last ? this.#doubt(row, name, alike, plan) : fail('account-doubtful');
  }

  /** The account that a row of another kind names; made when the person wanted it so. */
  named({ row, name, externalId }: NamedAccount, plan: ImportPlan): Result<string, ProblemCode> {
    const decided = name === undefined ? undefined : this.#decided(name);
    if (typeof decided === 'string' && this.withExternal(externalId).length === 0) return ok(decided);
    const found = this.#index.resolve(name, externalId);
    if (found.ok || found.error !== 'account-not-found' || name === undefined) return found;
    if (decided === null) return ok(this.#create(name, externalId, plan));
    const alike = this.#alike(name);
    const [only] = alike;
    if (only !== undefined && alike.length === 1 && !this.#isNumberedOtherwise(only, externalId)) return ok(only);
    const candidates = alike.length > 0 ? alike : this.#nearTo(name);
    if (candidates.length > 0) return this.#doubt(row, name, candidates, plan);
    return this.#context.choices.createAccounts ? ok(this.#create(name, externalId, plan)) : found;
  }

  #rows(): IndexedRow[] {
    return prepared<IndexedRow>(this.#context.db, 'SELECT id, name, alias, external_id FROM account').all();
  }

  /** What a person said of this name: an account, null for a new one, undefined for nothing. */
  #decided(name: string): string | null | undefined {
    const { sameAs } = this.#context.choices;
    const key = nameKey(name);
    if (!Object.hasOwn(sameAs, key)) return undefined;
    const id = sameAs[key] ?? null;
    return id === null || this.#before.has(id) ? id : undefined;
  }

  /** The row has a number that the book does not know, and the account has one: two systems, or two companies. */
  #isNumberedOtherwise(id: string, externalId: string | undefined): boolean {
    return externalId !== undefined && this.#before.get(id)?.numbered === true;
  }

  /** A name decided to be new is new once: its second row is about the account that the first one made. */
  #onlyNew(name: string, externalId: string | undefined): string | undefined {
    return this.#index.match(name, externalId).find((id) => !this.#before.has(id));
  }

  /** Accounts from before the run whose name is the same but for legal form, brackets and the like. */
  #alike(name: string): readonly string[] {
    const key = companyKey(name);
    return key === '' ? [] : this.#companies.all(key);
  }

  /** Accounts whose name differs in a letter or is the beginning of the other's. */
  #nearTo(name: string): readonly string[] {
    const key = companyKey(name);
    const known = this.#near.get(key);
    if (known) return known;
    if (this.#near.size >= MAX_STRANGERS) return [];
    const found = [...this.#before].filter(([, other]) => isNearName(key, other.key)).map(([id]) => id).slice(0, MAX_CANDIDATES);
    this.#near.set(key, found);
    return found;
  }

  #doubt(row: number, name: string, ids: readonly string[], plan: ImportPlan): Result<never, ProblemCode> {
    const candidates = ids.slice(0, MAX_CANDIDATES).flatMap((id) => prepared<DoubtfulName['candidates'][number]>(this.#context.db,
      'SELECT id, name, city, external_id AS externalId FROM account WHERE id = ?').all(id));
    plan.doubtful.push({ name, row, candidates });
    return fail('account-doubtful');
  }

  #create(name: string, externalId: string | undefined, plan: ImportPlan): string {
    const { uuid, now } = this.#context;
    const id = uuid();
    this.set({ id, name, external_id: externalId ?? null });
    plan.insert(newAccounts, [id, name, externalId ?? null, now()]);
    return id;
  }
}
