import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BatchBuilder } from '#core/features/imports/batch-builder.ts';
import { FreshRows } from '#core/features/imports/fresh-rows.ts';
import { ImportPlan } from '#core/features/imports/import-plan.ts';
import { ParticipantIndex } from '#core/features/imports/participants.ts';
import { PendingLinks } from '#core/features/imports/pending-links.ts';
import { Repeats } from '#core/features/imports/repeats.ts';
import { tableSql } from '#core/features/imports/table-sql.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

let made: FeatureBook;
beforeEach(() => {
  made = featureBook();
});
afterEach(() => made.dispose());

const rows = (sql: string) => made.book.db.prepare<[], Record<string, unknown>>(sql).all();
const carryOut = (...plans: ImportPlan[]) => made.book.write({ kind: 'import', verb: 'import.accounts', params: {} }, () => plans.forEach((plan) => plan.run(made.book.db)));

describe('links that wait for the end of the file', () => {
  const terms = { table: 'account', column: 'parent_id', unknown: 'parent-not-found', circle: 'parent-circle' } as const;
  const link = (id: string, target: string | null) => ({ row: 2, column: 'Parent', value: 'x', id, target: () => target });

  it('are set, changed, and left alone where they are so already', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((name) => {
      let id = '';
      made.fill((fill) => { id = fill.account(name); });
      return id;
    });
    const pending = new PendingLinks(terms);
    pending.add(link(a ?? '', b ?? ''));
    pending.add(link(b ?? '', c ?? ''));
    const first = [...pending.plans(made.book.db)];
    expect(first[0]?.tables).toEqual({ account: { created: 0, updated: 2, same: 0, removed: 0 } });
    carryOut(...first);
    expect(rows('SELECT a.name, b.name AS parent FROM account a JOIN account b ON b.id = a.parent_id ORDER BY a.name')).toEqual([{ name: 'A', parent: 'B' }, { name: 'B', parent: 'C' }]);
    const again = new PendingLinks(terms);
    again.add(link(a ?? '', b ?? ''));
    expect([...again.plans(made.book.db)].every((plan) => plan.empty)).toBe(true);
  });

  it('heed the book’s own links when they look for circles', () => {
    let [a, b] = ['', ''];
    made.fill((fill) => { a = fill.account('A'); b = fill.account('B', { parentId: a }); });
    const pending = new PendingLinks(terms);
    pending.add(link(a, b));
    const [plan] = [...pending.plans(made.book.db)];
    expect([plan?.empty, plan?.incomplete, plan?.problems]).toEqual([true, 1, [{ row: 2, column: 'Parent', code: 'parent-circle', value: 'x' }]]);
  });

  it('come in portions, and none at all for none', () => {
    let id = '';
    made.fill((fill) => { id = fill.account('A'); });
    const pending = new PendingLinks(terms);
    expect([...pending.plans(made.book.db)]).toEqual([]);
    for (let n = 0; n < 2_500; n += 1) pending.add(link(id, null));
    expect([...pending.plans(made.book.db)].map(({ incomplete }) => incomplete)).toEqual([1_000, 1_000, 500]);
  });
});

describe('rows of which a file speaks more than once', () => {
  const table = tableSql('account', ['id'], ['name', 'city', 'phone'], ['created_at']);

  it('are made once, with all that is said in the batch', () => {
    const fresh = new FreshRows(table);
    const plan = new ImportPlan();
    fresh.insert(plan, 'a', { name: 'Acme', city: 'Wuxi' }, [1]);
    fresh.merge(made.book.db, plan, 'a', { phone: '030' });
    carryOut(plan);
    expect(rows('SELECT name, city, phone FROM account')).toEqual([{ name: 'Acme', city: 'Wuxi', phone: '030' }]);
    expect(plan.tables).toEqual({ account: { created: 1, updated: 0, same: 0, removed: 0 } });
  });

  it('are completed by a later batch without counting as changed', () => {
    const fresh = new FreshRows(table);
    const [first, second] = [new ImportPlan(), new ImportPlan()];
    fresh.insert(first, 'a', { name: 'Acme' }, [1]);
    carryOut(first);
    fresh.clear();
    fresh.merge(made.book.db, second, 'a', { city: 'Lyon' });
    carryOut(second);
    expect(second.tables).toEqual({});
    expect(rows('SELECT name, city FROM account')).toEqual([{ name: 'Acme', city: 'Lyon' }]);
  });

  it('keep the first of two changes when the second says something else of them', () => {
    let id = '';
    made.fill((fill) => { id = fill.account('Acme', { city: 'Wuxi' }); });
    const fresh = new FreshRows(table);
    const plan = new ImportPlan();
    fresh.merge(made.book.db, plan, id, { city: 'Lyon' });
    fresh.merge(made.book.db, plan, id, { phone: '030' });
    carryOut(plan);
    expect(rows('SELECT name, city, phone FROM account')).toEqual([{ name: 'Acme', city: 'Lyon', phone: '030' }]);
    expect(plan.tables).toEqual({ account: { created: 0, updated: 1, same: 0, removed: 0 } });
  });
});

describe('repeated rows', () => {
  it('say the same, more, or something else', () => {
    const repeats = new Repeats();
    expect(repeats.meet('a', { name: 'Acme', city: undefined })).toBe('new');
    expect(repeats.meet('a', { name: 'Acme' })).toBe('same');
    expect(repeats.meet('a', { name: 'Acme', city: 'Wuxi' })).toBe('more');
    expect(repeats.meet('a', { city: 'Wuxi' })).toBe('same');
    expect(repeats.meet('a', { city: 'Lyon' })).toBe('other');
    expect(repeats.meet('b', { city: 'Lyon' })).toBe('new');
  });
});

describe('a batch', () => {
  it('counts rows that were not wanted apart', () => {
    const builder = new BatchBuilder<'accounts'>();
    builder.skip(5);
    builder.reject([], 2);
    expect(builder.take(9)).toMatchObject({ rows: 2, rejected: 2, skipped: 5, bytes: 9 });
    expect(builder.take(9)).toMatchObject({ rows: 0, skipped: 0 });
  });
});

describe('who took part', () => {
  let acme = '';
  let other = '';
  const index = (): ParticipantIndex => new ParticipantIndex({ db: made.book.db, uuid: () => made.deps.ports.ids.uuid(), now: () => 0, currency: 'CNY', columnOf: () => null, choices: plainChoices });
  beforeEach(() => {
    made.fill((fill) => {
      acme = fill.account('Acme');
      other = fill.account('Other');
      fill.person(acme, 'Ana Trujillo', { email: 'ana@example.com' });
      fill.person(acme, 'Li Lei');
      fill.person(other, 'Li Lei');
      fill.person(other, 'Baker, Alex');
    });
  });
  const names = (ids: readonly string[]) => ids.map((id) => rows(`SELECT name FROM person WHERE id = '${id}' UNION ALL SELECT name FROM colleague WHERE id = '${id}'`)[0]?.['name']);

  it('is found by name or e-mail, at the account before elsewhere', () => {
    const found = index().resolve(acme, 'ANA@example.com; Li Lei、Baker, Alex', undefined, new ImportPlan());
    expect(names(found.people)).toEqual(['Ana Trujillo', 'Li Lei', 'Baker, Alex']);
    expect(rows(`SELECT account_id AS at FROM position WHERE person_id = '${found.people[1] ?? ''}'`)).toEqual([{ at: acme }]);
  });

  it('is looked for on the other side as well, and made only where it is one of ours', () => {
    const plan = new ImportPlan();
    const found = index().resolve(acme, 'Nobody Known', 'Ana Trujillo; Wang Min; info@example.com', plan);
    expect([names(found.people), found.unknown]).toEqual([['Ana Trujillo'], ['Nobody Known', 'info@example.com']]);
    expect(plan.tables['colleague']).toMatchObject({ created: 1 });
  });

  it('tells the account only where it is one', () => {
    expect(index().accountOf('Ana Trujillo', undefined)).toBe(acme);
    expect(index().accountOf('Li Lei')).toBeNull();
    expect(index().accountOf('Ana Trujillo; Baker, Alex')).toBeNull();
    expect(index().accountOf(undefined, 'nobody')).toBeNull();
  });
});
