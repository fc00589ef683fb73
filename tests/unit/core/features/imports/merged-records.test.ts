import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDuplicatesHandlers } from '#core/features/duplicates/handlers.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';

const signal = { signal: new AbortController().signal };

let made: ImportBook;
let stays: string;
let gone: string;
let people: string[];
beforeEach(async () => {
  made = importBook();
  [stays, gone] = made.fill((fill) => [fill.account('Hengyue', { externalId: 'C1' }), fill.account('恒岳重工', { externalId: 'C2' })]);
  people = made.fill((fill) => [fill.person(stays, 'Chen Lixin').personId, fill.person(gone, '陈立新').personId]);
  made.fill(() => made.book.db.exec(`UPDATE person SET external_id = 'P' || substr(id, -1)`));
  await createDuplicatesHandlers(made.deps).mergeAccounts({ survivorId: stays, mergedId: gone, values: {} }, signal);
  await createDuplicatesHandlers(made.deps).mergePeople({ survivorId: people[0] ?? '', mergedId: people[1] ?? '', values: {} }, signal);
});
afterEach(() => made.dispose());

describe('a file that knows nothing of a merge', () => {
  it.each([['by its number', 'CustomerID,Name,City\nC2,恒岳重工,无锡'], ['by its name', 'Name,City\n恒岳重工,无锡']])('means the account that stayed, %s, and does not call it so again', async (_, text) => {
    await made.csv(text.split('\n'), { kind: 'accounts' });
    expect(made.rows('SELECT name, external_id, city FROM account')).toEqual([{ name: 'Hengyue', external_id: 'C1', city: '无锡' }]);
  });

  it('brings orders to it', async () => {
    await made.csv(['OrderID,CustomerID,OrderDate,Product,UnitPrice,Quantity', '7,C2,2026-03-01,Bolt,10,1'], { kind: 'orders' });
    expect(made.rows('SELECT account_id FROM sales_order')).toEqual([{ account_id: stays }]);
  });

  it.each([['by number', 'P2,陈立新,C2,13900001111'], ['by name', ',陈立新,C2,13900001111']])('means the person who stayed, %s', async (_, line) => {
    await made.csv(['ContactID,Name,CustomerID,Mobile', line], { kind: 'people' });
    expect(made.rows('SELECT id, name, external_id, mobile FROM person')).toEqual([{ id: people[0], name: 'Chen Lixin', external_id: 'P1', mobile: '13900001111' }]);
    expect(made.rows('SELECT account_id FROM position')).toEqual([{ account_id: stays }]);
  });

  it('still knows them under what they are called now', async () => {
    await made.csv(['CustomerID,Name', 'C1,Hengyue Group'], { kind: 'accounts' });
    expect(made.rows('SELECT name FROM account')).toEqual([{ name: 'Hengyue Group' }]);
  });
});
