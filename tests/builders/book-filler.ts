import type Database from 'better-sqlite3';
import type { InteractionKind } from '#shared/domain/interaction/model.ts';
import { EXACT_UNIT, lineAmount, type Exact } from '#shared/kernel/money.ts';

interface LineSpec {
  /** Name of the product, made when it is new; none for a line without one. */
  product?: string;
  /** In 1/10,000; 1 piece unless told. */
  quantity?: Exact;
  price?: Exact;
  discount?: Exact;
  /** Net worth of the line in 1/10,000; from price, quantity and discount unless told. */
  amount?: Exact;
  cost?: Exact | null;
  isReturn?: boolean;
}

export interface OrderSpec {
  on: string;
  lines: LineSpec[];
  currency?: string;
  orderNo?: string;
  colleagueId?: string;
}

type Row = Record<string, string | number | null>;

/**
 * Fills a real book with small, readable rows: each method inserts one thing with its parts and gives its id.
 * On a book behind the door, call it inside `book.write`.
 */
export class BookFiller {
  readonly #db: Database.Database;
  readonly #counts = new Map<string, number>();
  readonly #products = new Map<string, string>();
  readonly #prefix: string;
  readonly #currency: string;

  /** @param prefix tells the ids of several fillers of one book apart */
  constructor(db: Database.Database, { prefix = '', currency = 'CNY' }: { prefix?: string; currency?: string } = {}) {
    this.#db = db;
    this.#prefix = prefix;
    this.#currency = currency;
  }

  account(name: string, fields: {
    alias?: string; city?: string; country?: string; externalId?: string; parentId?: string; isKey?: boolean; industry?: string; contractEnd?: string;
    customerSince?: string; foundedOn?: string; quietDays?: number; createdAt?: number;
  } = {}): string {
    const id = this.#id('account');
    this.#insert('account', {
      id, name, alias: fields.alias ?? null, external_id: fields.externalId ?? null, parent_id: fields.parentId ?? null,
      city: fields.city ?? null, country: fields.country ?? null, is_key: fields.isKey ? 1 : 0, created_at: fields.createdAt ?? 0,
      industry: fields.industry ?? null, contract_end: fields.contractEnd ?? null, customer_since: fields.customerSince ?? null,
      founded_on: fields.foundedOn ?? null, quiet_days: fields.quietDays ?? null,
    });
    return id;
  }

  /** A person with one position. */
  person(accountId: string, name: string, fields: {
    title?: string; reportsToId?: string; email?: string; birthday?: string; keepInTouchDays?: number; createdAt?: number;
  } = {}): { personId: string; positionId: string } {
    const personId = this.#id('person');
    this.#insert('person', {
      id: personId, name, email: fields.email ?? null, created_at: fields.createdAt ?? 0, birthday: fields.birthday ?? null, keep_in_touch_days: fields.keepInTouchDays ?? null,
    });
    return { personId, positionId: this.position(accountId, personId, fields) };
  }

  position(accountId: string, personId: string, fields: { title?: string; reportsToId?: string } = {}): string {
    const id = this.#id('position');
    this.#insert('position', { id, person_id: personId, account_id: accountId, title: fields.title ?? null, reports_to_id: fields.reportsToId ?? null });
    return id;
  }

  colleague(name: string, fields: { title?: string } = {}): string {
    const id = this.#id('colleague');
    this.#insert('colleague', { id, name, title: fields.title ?? null });
    return id;
  }

  interaction(accountId: string, fields: {
    at: number; summary?: string; kind?: InteractionKind; notes?: string; decisions?: string; personIds?: string[]; colleagueIds?: string[];
  }): string {
    const id = this.#id('interaction');
    this.#insert('interaction', { id, account_id: accountId, at: fields.at, kind: fields.kind ?? 'meeting', summary: fields.summary ?? id });
    this.#insert('interaction_text', { interaction_id: id, notes: fields.notes ?? '', decisions: fields.decisions ?? '' });
    for (const personId of fields.personIds ?? []) this.#insert('interaction_person', { interaction_id: id, person_id: personId });
    for (const colleagueId of fields.colleagueIds ?? []) this.#insert('interaction_colleague', { interaction_id: id, colleague_id: colleagueId });
    return id;
  }

  task(accountId: string, title: string, fields: {
    dueOn?: string; doneAt?: number; createdAt?: number; colleagueId?: string; personId?: string; interactionId?: string;
  } = {}): string {
    const id = this.#id('task');
    this.#insert('task', {
      id, account_id: accountId, title, due_on: fields.dueOn ?? null, done_at: fields.doneAt ?? null, created_at: fields.createdAt ?? 0,
      colleague_id: fields.colleagueId ?? null, person_id: fields.personId ?? null, interaction_id: fields.interactionId ?? null,
    });
    return id;
  }

  product(name: string, category?: string): string {
    const known = this.#products.get(name);
    if (known) return known;
    const id = this.#id('product');
    this.#insert('product', { id, name, category: category ?? null });
    this.#products.set(name, id);
    return id;
  }

  order(accountId: string, spec: OrderSpec): string {
    const id = this.#id('order');
    this.#insert('sales_order', {
      id, account_id: accountId, ordered_on: spec.on, external_id: spec.orderNo ?? null, currency: spec.currency ?? this.#currency, colleague_id: spec.colleagueId ?? null,
    });
    spec.lines.forEach((line, index) => {
      const quantity = line.quantity ?? EXACT_UNIT;
      const price = line.price ?? line.amount ?? 0;
      const discount = line.discount ?? 0;
      this.#insert('order_line', {
        order_id: id, line_no: index + 1, product_id: line.product === undefined ? null : this.product(line.product), quantity, price, discount,
        amount: line.amount ?? lineAmount(price, quantity, discount), cost: line.cost ?? null, is_return: line.isReturn ? 1 : 0,
      });
    });
    return id;
  }

  milestone(accountId: string, title: string, onDay: string, yearly = true): string {
    const id = this.#id('milestone');
    this.#insert('milestone', { id, account_id: accountId, title, on_day: onDay, yearly: yearly ? 1 : 0 });
    return id;
  }

  review(accountId: string, heldOn: string, fields: { quarter?: number; frozenAt?: number } = {}): string {
    const id = this.#id('review');
    this.#insert('review', {
      id, account_id: accountId, year: Number(heldOn.slice(0, 4)), quarter: fields.quarter ?? 4, held_on: heldOn, language: 'en', frozen_at: fields.frozenAt ?? null, created_at: 0,
    });
    return id;
  }

  answer(key: string, snoozedUntil: number | null, answeredAt: number): void {
    this.#insert('reminder_answer', { key, snoozed_until: snoozedUntil, answered_at: answeredAt });
  }

  #id(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return `${this.#prefix}${kind}-${String(count).padStart(4, '0')}`;
  }

  #insert(table: string, row: Row): void {
    const columns = Object.keys(row);
    this.#db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(Object.values(row));
  }
}
