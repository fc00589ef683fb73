import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import Papa from 'papaparse';
import { connect } from '#core/db/connection.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

let n = 0;

const migrationsDir = join(resourcesDir, 'migrations');
const TABLES = readdirSync(migrationsDir).toSorted().map((name) => readFileSync(join(migrationsDir, name), 'utf8'));

/** The tables of a book as they are now, without triggers, log or checks, on a connection as a book's, and every statement in one transaction: what SQLite can do at best. */
export function rawImport(dir: string, file: string, columns: number, insert: (db: Database.Database) => (row: string[]) => void): void {
  n += 1;
  const path = join(dir, `raw-${n}.db`);
  const db = connect(path);
  for (const sql of TABLES) db.exec(sql);
  db.pragma('foreign_keys = OFF');
  const rows = Papa.parse<string[]>(readFileSync(file, 'utf8'), { skipEmptyLines: true }).data.slice(1);
  const one = insert(db);
  db.transaction(() => {
    for (const row of rows) if (row.length === columns) one(row);
  })();
  db.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

const id = (kind: string, number: string | number): string => `00000000-0000-7000-8000-${kind}${String(number).padStart(10, '0')}`;

export const insertPeople = (db: Database.Database) => {
  const person = db.prepare('INSERT INTO person (id, name, email, created_at) VALUES (?, ?, ?, 0)');
  const position = db.prepare('INSERT INTO position (id, person_id, account_id, title) VALUES (?, ?, ?, ?)');
  let count = 0;
  return ([account = '', name, title, email]: string[]): void => {
    count += 1;
    person.run(id('pe', count), name, email);
    position.run(id('po', count), id('pe', count), id('ac', account), title);
  };
};

export const insertOrders = (db: Database.Database) => {
  const order = db.prepare("INSERT INTO sales_order (id, account_id, ordered_on, external_id, currency) VALUES (?, ?, ?, ?, 'CNY')");
  const product = db.prepare('INSERT INTO product (id, name, external_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const line = db.prepare('INSERT INTO order_line (order_id, line_no, product_id, quantity, price, discount, amount, cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  let last = '';
  let lineNo = 0;
  return ([orderNo = '', account = '', date, productNo = '', productName, price, quantity, discount, cost]: string[]): void => {
    lineNo = orderNo === last ? lineNo + 1 : 1;
    if (lineNo === 1) order.run(id('or', orderNo), id('ac', account), date, orderNo);
    last = orderNo;
    product.run(id('pr', productNo), productName, productNo);
    const [p, q, d] = [Math.round(Number(price) * 10_000), Number(quantity) * 10_000, Math.round(Number(discount) * 10_000)];
    line.run(id('or', orderNo), lineNo, id('pr', productNo), q, p, d, Math.round((p * q * (10_000 - d)) / 1e8), Math.round(Number(cost) * 10_000));
  };
};

export const insertInteractions = (db: Database.Database) => {
  const head = db.prepare('INSERT INTO interaction (id, account_id, at, kind, summary) VALUES (?, ?, ?, ?, ?)');
  const text = db.prepare('INSERT INTO interaction_text (interaction_id, notes) VALUES (?, ?)');
  let count = 0;
  return ([account = '', at = '', kind, summary, notes]: string[]): void => {
    count += 1;
    head.run(id('in', count), id('ac', account), Date.parse(`${at.replace(' ', 'T')}Z`), kind, summary);
    text.run(id('in', count), notes);
  };
};
