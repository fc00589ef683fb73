import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => { t = testBook(); });
afterEach(() => t.dispose());

const log = (): unknown[] => t.book.db.prepare("SELECT tbl, key, op, data FROM change WHERE tbl <> 'setting' AND tbl <> 'colleague' ORDER BY arrival").all();
const addAccount = (id: string, name = id): void => void prepared(t.book.db, 'INSERT INTO account (id, name, created_at) VALUES (?, ?, 0)').run(id, name);
const write = (work: () => void): number => t.book.write({ kind: 'user', verb: 'test', params: {} }, work).stepNo;

describe('capture', () => {
  it('keeps the key of an insert, the fields of an update, the row of a delete', () => {
    write(() => addAccount('a', '恒岳 "重工"'));
    write(() => void t.book.db.prepare("UPDATE account SET city = 'Wuxi', is_key = 1 WHERE id = 'a'").run());
    write(() => void t.book.db.prepare("DELETE FROM account WHERE id = 'a'").run());
    const rows = log() as { op: number; data: string | null }[];
    expect(rows.map((row) => row.op)).toEqual([1, 2, 3]);
    expect(rows[0]?.data).toBeNull();
    expect(JSON.parse(rows[1]?.data ?? '')).toEqual({ city: [null, 'Wuxi'], is_key: [0, 1] });
    expect(JSON.parse(rows[2]?.data ?? '')).toMatchObject({ id: 'a', name: '恒岳 "重工"', city: 'Wuxi', is_key: 1, alias: null });
  });

  it('logs nothing for an update that changes nothing, and then leaves no step', () => {
    write(() => addAccount('a'));
    expect(write(() => void t.book.db.prepare("UPDATE account SET name = 'a' WHERE id = 'a'").run())).toBe(0);
    expect(log()).toHaveLength(1);
  });

  it('knows a row of several key columns by all of them', () => {
    write(() => {
      addAccount('a');
      t.book.db.exec("INSERT INTO sales_order (id, account_id, ordered_on, currency) VALUES ('o', 'a', '2026-01-02', 'CNY'); INSERT INTO order_line (order_id, line_no, quantity, price, amount) VALUES ('o', 7, 1, 1, 1);");
    });
    expect(log().at(-1)).toMatchObject({ tbl: 'order_line', key: '["o",7]' });
  });

  it('logs an upsert as an update and refuses to change a key', () => {
    write(() => addAccount('a'));
    write(() => t.book.db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'B', 0) ON CONFLICT (id) DO UPDATE SET name = excluded.name"));
    expect(log().at(-1)).toMatchObject({ op: 2, data: '{"name":["a","B"]}' });
    expect(() => write(() => t.book.db.exec("UPDATE account SET id = 'b' WHERE id = 'a'"))).toThrow(/key of a row never changes/);
  });

  it('a moved meeting stays the same row in the log though its place in the table changes', () => {
    write(() => {
      addAccount('a');
      t.book.db.exec("INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 10, 'call', 's')");
    });
    write(() => t.book.db.exec("UPDATE interaction SET at = 20 WHERE id = 'i'"));
    expect(log().at(-1)).toMatchObject({ tbl: 'interaction', key: 'i', op: 2, data: '{"at":[10,20]}' });
  });

  it('gives what another program wrote a step of its own', () => {
    write(() => addAccount('a'));
    const other = new Database(t.path);
    other.exec("UPDATE account SET city = 'Suzhou' WHERE id = 'a'");
    other.close();
    write(() => addAccount('b'));
    const steps = t.book.db.prepare('SELECT kind, verb FROM step ORDER BY no').all();
    expect(steps).toEqual([{ kind: 'user', verb: 'book.create' }, { kind: 'user', verb: 'test' }, { kind: 'external', verb: 'external.write' }, { kind: 'user', verb: 'test' }]);
    expect(t.book.db.prepare("SELECT count(*) AS n FROM step_account WHERE account_id = 'a'").get()).toEqual({ n: 2 });
  });

  it('rolls a failed step back whole: no row, no log, no step', () => {
    const before = t.book.db.prepare('SELECT count(*) AS n FROM step').get();
    expect(() => write(() => {
      addAccount('a');
      throw new Error('stop');
    })).toThrow('stop');
    expect(log()).toEqual([]);
    expect(t.book.db.prepare('SELECT count(*) AS n FROM step').get()).toEqual(before);
    write(() => addAccount('b'));
    expect(log()).toEqual([{ tbl: 'account', key: 'b', op: 1, data: null }]);
  });
});

describe('a step of many transactions', () => {
  it('lets saves go between its chunks and keeps the changes apart', async () => {
    const step = t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    step.chunk(() => addAccount('a'));
    const between = write(() => addAccount('b'));
    step.chunk(() => addAccount('c'));
    await step.finish({ count: 2 });
    const of = (no: number): unknown => t.book.db.prepare('SELECT c.key FROM change c JOIN stamp s ON s.no = c.stamp WHERE s.step = ? ORDER BY c.arrival').pluck().all(no);
    expect(of(step.no)).toEqual(['a', 'c']);
    expect(of(between)).toEqual(['b']);
    expect(t.book.db.prepare('SELECT params, open FROM step WHERE no = ?').get(step.no)).toEqual({ params: '{"count":2}', open: 0 });
  });

  it('that wrote nothing leaves no step', async () => {
    const step = t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    step.chunk(() => undefined);
    await step.finish();
    expect(t.book.db.prepare('SELECT count(*) AS n FROM step WHERE no = ?').get(step.no)).toEqual({ n: 0 });
  });

  it('that a crash left open is ended when the book opens again', () => {
    t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} }).chunk(() => addAccount('a'));
    t.reopen();
    expect(t.book.db.prepare('SELECT count(*) AS n FROM step WHERE open = 1').get()).toEqual({ n: 0 });
    expect(t.book.db.prepare('SELECT count(*) AS n FROM account').get()).toEqual({ n: 1 });
  });
});
