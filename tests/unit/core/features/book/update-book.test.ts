import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { readBookSettings } from '#core/db/settings.ts';
import { verifyBook } from '#core/db/verify.ts';
import { updateBook } from '#core/features/book/update-book.ts';
import { readKeptFigures } from '#core/features/accounts/read-figures.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

let made: FeatureBook;
let account: string;

/** 23 November 2026, 20:00 in Shanghai, 12:00 UTC and the 24th, 01:00, in Auckland. */
const NOON = Date.UTC(2026, 10, 23, 12);

beforeEach(() => {
  made = featureBook({ now: NOON });
  account = made.fill((fill) => {
    const id = fill.account('恒岳重工集团');
    fill.account('Quiet');
    fill.order(id, { on: '2026-10-01', lines: [{ amount: 300, cost: 200 }] });
    fill.order(id, { on: '2026-10-02', currency: 'EUR', lines: [{ amount: 7, cost: 2 }] });
    fill.order(id, { on: '2026-11-24', lines: [{ amount: 50, cost: 10 }] });
    return id;
  });
});
afterEach(() => made.dispose());

const settings = () => readBookSettings(made.book.db);
const figures = () => {
  const kept = readKeptFigures(made.book.db, account);
  return { revenue: kept?.row.revenue, margin: kept?.row.margin, other: kept?.otherCurrencies };
};
const allFigures = () => made.book.db.prepare('SELECT * FROM account_figure ORDER BY account_id').all();
const days = () => made.book.db.prepare('SELECT DISTINCT as_of FROM account_figure').pluck().all();
const coded = (code: string): object => expect.objectContaining({ code });

describe('what a book says of itself', () => {
  it('is changed as one step of the person, which can be undone', () => {
    const { stepNo } = updateBook(made.book, { title: 'East', timeZone: 'Pacific/Auckland', currency: 'EUR' });
    expect(settings()).toEqual({ title: 'East', timeZone: 'Pacific/Auckland', currency: 'EUR' });
    expect(made.book.db.prepare('SELECT kind, verb, params FROM step WHERE no = ?').get(stepNo)).toEqual({ kind: 'user', verb: 'book.update', params: '{"name":"East"}' });
    undoStep(made.book, stepNo);
    expect(settings()).toEqual({ title: 'Test', timeZone: 'Asia/Shanghai', currency: 'CNY' });
    expect(verifyBook(made.book.db)).toMatchObject({ healthy: true });
  });

  it('leaves alone what is not named, and leaves no step where nothing is different', () => {
    updateBook(made.book, { title: 'East' });
    expect(settings()).toEqual({ title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY' });
    expect(updateBook(made.book, { title: 'East', currency: 'CNY' })).toEqual({ stepNo: 0 });
    expect(updateBook(made.book, {})).toEqual({ stepNo: 0 });
  });

  it('is refused whole for a zone that there is not', () => {
    expect(() => updateBook(made.book, { title: 'East', timeZone: 'Mars/Olympus' })).toThrow(coded('invalid-value'));
    expect(settings().title).toBe('Test');
  });
});

describe('figures', () => {
  it('follow the currency and its undo, without converting anything', () => {
    const before = allFigures();
    expect(figures()).toEqual({ revenue: 300, margin: 100, other: [{ currency: 'EUR', amount: 7 }] });
    const { stepNo } = updateBook(made.book, { currency: 'EUR' });
    expect(figures()).toEqual({ revenue: 7, margin: 5, other: [{ currency: 'CNY', amount: 300 }] });
    const undone = undoStep(made.book, stepNo);
    expect(allFigures()).toEqual(before);
    undoStep(made.book, undone.step.no);
    expect(figures().revenue).toBe(7);
  });

  it('follow the time zone and its undo: the day, and what lies within it', () => {
    const { stepNo } = updateBook(made.book, { timeZone: 'Pacific/Auckland' });
    expect(days()).toEqual(['2026-11-24']);
    expect(figures().revenue).toBe(350);
    undoStep(made.book, stepNo);
    expect(days()).toEqual(['2026-11-23']);
    expect(figures().revenue).toBe(300);
  });

  it('stay as they are when the title changes, and belong to no account’s history', () => {
    const marked = made.book.db.prepare("UPDATE account_figure SET revenue = 1 WHERE account_id = ?");
    made.book.writeLocal(() => marked.run(account));
    const { stepNo } = updateBook(made.book, { title: 'East' });
    expect(figures().revenue).toBe(1);
    const { stepNo: second } = updateBook(made.book, { currency: 'EUR' });
    expect(made.book.db.prepare('SELECT count(*) FROM step_account WHERE step IN (?, ?)').pluck().get(stepNo, second)).toBe(0);
  });

  it('follow at the end of a step of many transactions too', async () => {
    const step = made.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    step.chunk(() => made.book.db.exec("UPDATE setting SET value = 'EUR' WHERE key = 'currency'"));
    await step.finish();
    expect(figures()).toMatchObject({ revenue: 7 });
  });
});
