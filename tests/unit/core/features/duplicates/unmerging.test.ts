import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { previewUndo, undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { mergeAccounts, mergePeople } from '#core/features/duplicates/merge-records.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

let made: FeatureBook;
beforeEach(() => {
  made = featureBook();
});
afterEach(() => {
  expect(verifyBook(made.book.db).problems).toEqual([]);
  made.dispose();
});

const one = (sql: string, ...values: unknown[]): unknown => made.book.db.prepare(sql).pluck().get(...values);
const all = (sql: string, ...values: unknown[]): unknown[] => made.book.db.prepare(sql).pluck().all(...values);
const state = (): unknown => tableHashes(made.book.db);
const write = (sql: string, ...values: unknown[]): number => made.book.write({ kind: 'user', verb: 'account.update', params: {} }, () => made.book.db.prepare(sql).run(...values)).stepNo;
const accounts = (survivorId: string, mergedId: string): number => mergeAccounts(made.book, made.deps.ids, { survivorId, mergedId }, {});
const people = (survivorId: string, mergedId: string, values = {}): number => mergePeople(made.book, made.deps.ids, { survivorId, mergedId }, values);
const keptOf = (no: number): unknown[] => previewUndo(made.book, no).kept.map(({ table, field, reason, byStep }) => [table, field, reason, byStep]);
const bossOf = (positionId: string): unknown => one('SELECT reports_to_id FROM position WHERE id = ?', positionId);
const atAccount = (positionId: string): unknown => one('SELECT account_id FROM position WHERE id = ?', positionId);

describe('of two merges in a row the first, taken back before the second,', () => {
  it('brings its account back; what the second moved on stays there, and comes back with that', () => {
    const [a, b, c, order] = made.fill((fill) => {
      const ids = [fill.account('A'), fill.account('B'), fill.account('C')] as const;
      return [...ids, fill.order(ids[0], { on: '2026-10-01', lines: [{ amount: 7 }] })];
    });
    const before = state();
    const [first, second] = [accounts(b, a), accounts(c, b)];
    expect(keptOf(first)).toEqual(expect.arrayContaining([['sales_order', 'account_id', 'changed-later', second]]));
    undoStep(made.book, first);
    expect(all('SELECT name FROM account ORDER BY name')).toEqual(['A', 'C']);
    expect(one('SELECT account_id FROM sales_order WHERE id = ?', order)).toBe(c);
    expect(previewUndo(made.book, second).keptCount).toBe(0);
    undoStep(made.book, second);
    expect(one('SELECT account_id FROM sales_order WHERE id = ?', order)).toBe(a);
    expect(state()).toEqual(before);
  });

  it('leaves a meeting with the one person it has, and neither of them twice', () => {
    const [a, b, c, meeting] = made.fill((fill) => {
      const at = fill.account('At');
      const [first, second, third] = [fill.person(at, 'A').personId, fill.person(at, 'B').personId, fill.person(at, 'C').personId];
      return [first, second, third, fill.interaction(at, { at: 5, personIds: [first] })];
    });
    const before = state();
    const [first, second] = [people(b, a), people(c, b)];
    undoStep(made.book, first);
    expect(all('SELECT person_id FROM interaction_person WHERE interaction_id = ?', meeting)).toEqual([c]);
    undoStep(made.book, second);
    expect(all('SELECT person_id FROM interaction_person WHERE interaction_id = ?', meeting)).toEqual([a]);
    expect(state()).toEqual(before);
  });

  it('keeps the meeting and the place that the second folded into its own', () => {
    const [a, b, c, meeting, account] = made.fill((fill) => {
      const [at, home] = [fill.account('At'), fill.account('Home')];
      const [first, second, third] = [fill.person(at, 'A').personId, fill.person(at, 'B').personId, fill.person(home, 'C').personId];
      return [first, second, third, fill.interaction(at, { at: 5, personIds: [first, second] }), at];
    });
    const before = state();
    const [first, second] = [people(c, a), people(c, b)];
    undoStep(made.book, first);
    expect(all('SELECT person_id FROM interaction_person WHERE interaction_id = ? ORDER BY 1', meeting)).toEqual([a, c].toSorted());
    expect(all('SELECT person_id FROM position WHERE account_id = ? ORDER BY 1', account)).toEqual([a, c].toSorted());
    undoStep(made.book, second);
    expect(state()).toEqual(before);
  });

  describe('leaves nobody without a place:', () => {
    /** A and B, each in a team of one account, and C elsewhere; A is merged into C, then B, whose place is folded into A's. */
    const folded = () => {
      const [a, b, c, boss, place] = made.fill((fill) => {
        const [at, home] = [fill.account('At'), fill.account('Home')];
        const head = fill.person(at, 'Head').positionId;
        const buyer = fill.person(at, 'A', { title: 'Buyer', reportsToId: head });
        return [buyer.personId, fill.person(at, 'B').personId, fill.person(home, 'C').personId, head, buyer.positionId];
      });
      const before = state();
      const [first, second] = [people(c, a), people(c, b)];
      return { a, b, c, boss, place, before, first, second, merged: state(), standIn: () => String(one('SELECT id FROM position WHERE person_id = ?', a)) };
    };

    it('one like the folded one stands in until that comes back', () => {
      const { a, boss, place, before, first, second, merged, standIn } = folded();
      expect(previewUndo(made.book, first).reverts).toContainEqual(expect.objectContaining({ table: 'position', op: 'insert' }));
      const { step: undone } = undoStep(made.book, first);
      expect(made.book.db.prepare('SELECT title, reports_to_id AS boss FROM position WHERE person_id = ?').all(a)).toEqual([{ title: 'Buyer', boss }]);
      expect(standIn()).not.toBe(place);
      const { step: both } = undoStep(made.book, second);
      expect(standIn()).toBe(place);
      expect(state()).toEqual(before);
      undoStep(made.book, both.no);
      expect(standIn()).not.toBe(place);
      undoStep(made.book, undone.no);
      expect(state()).toEqual(merged);
    });

    it('what was written on it since, and who reports to it, goes over to the one that comes back', () => {
      const { a, b, place, first, second, standIn } = folded();
      undoStep(made.book, first);
      const at = String(one('SELECT account_id FROM position WHERE id = ?', standIn()));
      write('UPDATE position SET title = ? WHERE id = ?', 'Head of buying', standIn());
      const below = made.fill((fill) => fill.person(at, 'New', { reportsToId: standIn() }).positionId);
      undoStep(made.book, second);
      expect(made.book.db.prepare('SELECT id, title FROM position WHERE person_id = ?').all(a)).toEqual([{ id: place, title: 'Head of buying' }]);
      expect([bossOf(below), all('SELECT person_id FROM position WHERE person_id = ?', b)]).toEqual([place, [b]]);
    });

    it('also where merging two accounts took the place away', () => {
      const [a, c, gone, stays] = made.fill((fill) => {
        const [at, home] = [fill.account('At'), fill.account('Home')];
        return [fill.person(at, 'A').personId, fill.person(home, 'C').personId, at, home];
      });
      const before = state();
      const [first, second] = [people(c, a), accounts(stays, gone)];
      undoStep(made.book, first);
      expect(all('SELECT account_id FROM position WHERE person_id = ?', a)).toEqual([stays]);
      undoStep(made.book, second);
      expect(all('SELECT account_id FROM position WHERE person_id = ?', a)).toEqual([gone]);
      expect(state()).toEqual(before);
    });

    it('nor the one who stayed, whose place merging two accounts made one with that given back', () => {
      const [a, c, gone, stays] = made.fill((fill) => {
        const [at, home] = [fill.account('At'), fill.account('Home')];
        return [fill.person(at, 'A').personId, fill.person(home, 'C').personId, home, at];
      });
      const before = state();
      const [first, second] = [people(c, a), accounts(stays, gone)];
      undoStep(made.book, first);
      expect(all('SELECT person_id FROM position WHERE account_id = ? ORDER BY 1', stays)).toEqual([a, c].toSorted());
      undoStep(made.book, second);
      expect(state()).toEqual(before);
    });

    it('also where the place was only moved on, from one merge to the next', () => {
      const [a, b, c] = made.fill((fill) => {
        const [at, home] = [fill.account('At'), fill.account('Home')];
        return [fill.person(at, 'A').personId, fill.person(home, 'B').personId, fill.person(home, 'C').personId];
      });
      const before = state();
      const [first, second] = [people(b, a), people(c, b)];
      undoStep(made.book, first);
      expect(all('SELECT name FROM person JOIN position ON person_id = person.id WHERE person.id = ?', a)).toEqual(['A']);
      undoStep(made.book, second);
      expect(state()).toEqual(before);
    });
  });

  it('hangs its account from the one that its parent is part of, until that is taken back', () => {
    const [a, b, c] = made.fill((fill) => {
      const parent = fill.account('B');
      return [fill.account('A', { parentId: parent }), parent, fill.account('C')];
    });
    const before = state();
    const [first, second] = [accounts(b, a), accounts(c, b)];
    undoStep(made.book, first);
    expect(one('SELECT parent_id FROM account WHERE id = ?', a)).toBe(c);
    undoStep(made.book, second);
    expect(state()).toEqual(before);
  });

  it('gives the one that stayed its own values back with the second', () => {
    const [a, b, c] = made.fill((fill) => {
      const at = fill.account('At');
      return [fill.person(at, 'A').personId, fill.person(at, 'B').personId, fill.person(at, 'C').personId];
    });
    const [first, second] = [people(b, a, { name: 'A & B' }), people(c, b)];
    undoStep(made.book, first);
    undoStep(made.book, second);
    expect(all('SELECT name FROM person ORDER BY name')).toEqual(['A', 'B', 'C']);
  });
});

describe('a merge taken back', () => {
  it('does not bring back to a meeting whom somebody took out of it since, and says so', () => {
    const [a, b, meeting] = made.fill((fill) => {
      const at = fill.account('At');
      const [first, second] = [fill.person(at, 'A').personId, fill.person(at, 'B').personId];
      return [first, second, fill.interaction(at, { at: 5, personIds: [first] })];
    });
    const merge = people(b, a);
    const removal = write('DELETE FROM interaction_person WHERE interaction_id = ?', meeting);
    expect(keptOf(merge)).toContainEqual(['interaction_person', null, 'changed-later', removal]);
    const { step } = undoStep(made.book, merge);
    expect(all('SELECT person_id FROM interaction_person')).toEqual([]);
    undoStep(made.book, step.no);
    undoStep(made.book, removal);
    undoStep(made.book, merge);
    expect(all('SELECT person_id FROM interaction_person')).toEqual([a]);
  });

  it('cuts the line from one who came later to one who goes back, says so, and ties it again when redone', () => {
    const [a, b, head, below] = made.fill((fill) => {
      const [gone, stays] = [fill.account('A'), fill.account('B')];
      const boss = fill.person(gone, 'Head').positionId;
      return [gone, stays, boss, fill.person(gone, 'Below', { reportsToId: boss }).positionId];
    });
    const merge = accounts(b, a);
    const later = made.fill((fill) => fill.person(b, 'Later', { reportsToId: head }).positionId);
    expect(previewUndo(made.book, merge).reverts).toContainEqual(expect.objectContaining({ table: 'position', key: later, field: 'reports_to_id', from: head, to: null }));
    const { step } = undoStep(made.book, merge);
    expect([atAccount(head), atAccount(below), atAccount(later)]).toEqual([a, a, b]);
    expect([bossOf(below), bossOf(later)]).toEqual([head, null]);
    undoStep(made.book, step.no);
    expect([bossOf(later), atAccount(head)]).toEqual([head, b]);
  });

  it('cuts the line of one who goes back from a superior of the other account', () => {
    const [a, b, head, own] = made.fill((fill) => {
      const [gone, stays] = [fill.account('A'), fill.account('B')];
      return [gone, stays, fill.person(gone, 'Head').positionId, fill.person(stays, 'Own').positionId];
    });
    const merge = accounts(b, a);
    write('UPDATE position SET reports_to_id = ? WHERE id = ?', own, head);
    undoStep(made.book, merge);
    expect([atAccount(head), bossOf(head)]).toEqual([a, null]);
  });

  it('leaves one line as it is where it would close a circle, and brings all else back', () => {
    const [a, b, above, child] = made.fill((fill) => {
      const top = fill.account('Above');
      const gone = fill.account('A', { parentId: top });
      return [gone, fill.account('B'), top, fill.account('Child', { parentId: gone })];
    });
    const task = made.fill((fill) => fill.task(a, 'Of A'));
    const merge = accounts(b, a);
    write('UPDATE account SET parent_id = NULL WHERE id = ?', b);
    write('UPDATE account SET parent_id = ? WHERE id = ?', child, above);
    expect(keptOf(merge)).toContainEqual(['account', 'parent_id', 'invariant', null]);
    undoStep(made.book, merge);
    expect(one('SELECT parent_id FROM account WHERE id = ?', child)).toBe(b);
    expect(one('SELECT parent_id FROM account WHERE id = ?', a)).toBe(above);
    expect(one('SELECT account_id FROM task WHERE id = ?', task)).toBe(a);
  });
});
