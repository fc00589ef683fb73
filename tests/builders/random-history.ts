import fc from 'fast-check';
import { prepared } from '#core/db/prepared.ts';
import type { TestBook } from './test-book.ts';

/** One random write; the numbers choose among the rows that exist at that time. */
export interface Command {
  op: 'addAccount' | 'rename' | 'setCity' | 'setParent' | 'addPerson' | 'setTitle' | 'setBoss' | 'log' | 'note' | 'addTask' | 'done' | 'dropTask' | 'dropInteraction' | 'order' | 'price' | 'dropLine' | 'rawCity';
  a: number;
  b: number;
  text: string;
}

const OPS: Command['op'][] = [
  'addAccount', 'rename', 'setCity', 'setParent', 'addPerson', 'setTitle', 'setBoss', 'log', 'note', 'addTask', 'done', 'dropTask', 'dropInteraction', 'order', 'price', 'dropLine', 'rawCity',
];

export const commands = (max: number): fc.Arbitrary<Command[]> => fc.array(fc.record({
  op: fc.constantFrom(...OPS), a: fc.nat(50), b: fc.nat(50),
  text: fc.oneof(fc.constantFrom('Wuxi', 'a "b" [1] \\', "it's", '恒岳重工', '', '\u{1F6A2}', 'null', '1'), fc.string({ maxLength: 12 }).map((s) => s.replaceAll('\0', ''))),
}), { minLength: 3, maxLength: max });

function pick(t: TestBook, sql: string, n: number): string | null {
  const rows = prepared<{ id: string }>(t.book.db, sql).all();
  return rows.length === 0 ? null : rows[n % rows.length]?.id ?? null;
}

function cycles(t: TestBook, table: string, column: string, id: string, parent: string | null): boolean {
  for (let at = parent; at !== null;) {
    if (at === id) return true;
    at = prepared<{ p: string | null }>(t.book.db, `SELECT "${column}" AS p FROM "${table}" WHERE id = ?`).get(at)?.p ?? null;
  }
  return false;
}

function work(t: TestBook, { op, a, b, text }: Command): void {
  const run = (sql: string, ...values: unknown[]): void => void prepared(t.book.db, sql).run(...values);
  const id = (): string => t.deps.ids.uuid();
  const account = pick(t, 'SELECT id FROM account ORDER BY id', a);
  const position = pick(t, 'SELECT id FROM position ORDER BY id', a);
  const interaction = pick(t, 'SELECT id FROM interaction ORDER BY id', a);
  const task = pick(t, 'SELECT id FROM task ORDER BY id', a);
  const order = pick(t, 'SELECT id FROM sales_order ORDER BY id', a);
  if (op === 'addAccount' || account === null) return run('INSERT INTO account (id, name, city, created_at) VALUES (?, ?, ?, ?)', id(), text || 'x', null, a);
  if (op === 'rename') return run('UPDATE account SET name = ?, alias = ? WHERE id = ?', text, b % 2 ? text : null, account);
  if (op === 'setCity' || op === 'rawCity') return run('UPDATE account SET city = ?, is_key = ? WHERE id = ?', text, b % 2, account);
  if (op === 'setParent') {
    const parent = b % 5 === 0 ? null : pick(t, 'SELECT id FROM account ORDER BY id DESC', b);
    return cycles(t, 'account', 'parent_id', account, parent) ? undefined : run('UPDATE account SET parent_id = ? WHERE id = ?', parent, account);
  }
  if (op === 'addPerson') {
    const person = id();
    run('INSERT INTO person (id, name, created_at) VALUES (?, ?, ?)', person, text || 'p', b);
    return run('INSERT INTO position (id, person_id, account_id, title) VALUES (?, ?, ?, ?)', id(), person, account, text);
  }
  if (op === 'log') {
    const made = id();
    run("INSERT INTO interaction (id, account_id, at, kind, summary) VALUES (?, ?, ?, 'call', ?)", made, account, b, text);
    run('INSERT INTO interaction_text (interaction_id, notes) VALUES (?, ?)', made, text);
    const person = pick(t, 'SELECT id FROM person ORDER BY id', b);
    return person ? run('INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)', made, person) : undefined;
  }
  if (op === 'addTask') return run('INSERT INTO task (id, account_id, interaction_id, title, created_at) VALUES (?, ?, ?, ?, ?)', id(), account, b % 2 ? interaction : null, text, b);
  if (op === 'order') {
    const made = id();
    run("INSERT INTO sales_order (id, account_id, ordered_on, currency) VALUES (?, ?, '2026-01-02', 'CNY')", made, account);
    for (let line = 1; line <= 1 + (b % 3); line++) run('INSERT INTO order_line (order_id, line_no, quantity, price, amount) VALUES (?, ?, 10000, ?, ?)', made, line, a, b);
    return undefined;
  }
  if (op === 'price' && order) return run('UPDATE order_line SET price = ?, amount = ? WHERE order_id = ?', a, b, order);
  if (op === 'dropLine' && order) return run('DELETE FROM order_line WHERE order_id = ? AND line_no = (SELECT max(line_no) FROM order_line WHERE order_id = ?)', order, order);
  if (op === 'setTitle' && position) return run('UPDATE position SET title = ?, influence = ? WHERE id = ?', text, b % 4, position);
  if (op === 'setBoss' && position) {
    const boss = b % 4 === 0 ? null : pick(t, 'SELECT id FROM position ORDER BY id DESC', b);
    return cycles(t, 'position', 'reports_to_id', position, boss) ? undefined : run('UPDATE position SET reports_to_id = ? WHERE id = ?', boss, position);
  }
  // A meeting moved: the clustering column changes, the logged key does not.
  if (op === 'note' && interaction) {
    run('UPDATE interaction SET at = ?, summary = ? WHERE id = ?', b, text, interaction);
    return run('UPDATE interaction_text SET notes = ? WHERE interaction_id = ?', text, interaction);
  }
  if (op === 'done' && task) return run('UPDATE task SET done_at = ? WHERE id = ?', b % 3 === 0 ? null : b, task);
  if (op === 'dropTask' && task) return run('DELETE FROM task WHERE id = ?', task);
  if (op === 'dropInteraction' && interaction) {
    run('UPDATE task SET interaction_id = NULL WHERE interaction_id = ?', interaction);
    run('DELETE FROM interaction_person WHERE interaction_id = ?', interaction);
    run('DELETE FROM interaction_text WHERE interaction_id = ?', interaction);
    return run('DELETE FROM interaction WHERE id = ?', interaction);
  }
  return undefined;
}

/** Runs one command as a step, or for `rawCity` past the write door. @returns the step's number, 0 when nothing changed */
export function runCommand(t: TestBook, command: Command): number {
  t.clock.ms += 1_000;
  if (command.op !== 'rawCity') return t.book.write({ kind: 'user', verb: 'test.write', params: {} }, () => work(t, command)).stepNo;
  const before = prepared<{ n: number }>(t.book.db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;
  t.book.db.transaction(() => work(t, command)).immediate();
  const wrote = (prepared<{ n: number }>(t.book.db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0) > before;
  // The next write through the door gives the foreign changes their step.
  return wrote ? (prepared<{ n: number }>(t.book.db, 'SELECT max(no) AS n FROM step').get()?.n ?? 0) + 1 : 0;
}
