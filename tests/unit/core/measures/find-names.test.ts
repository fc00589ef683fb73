import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '#core/measures/find-names.ts';
import { refreshDerived } from '#core/measures/refresh-derived.ts';
import { matchName, nameQuery, type FoundForms } from '#shared/domain/name/match-name.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { scratchDb } from '#tests/builders/scratch-db.ts';

const context = { today: '2026-11-23', timeZone: 'Asia/Shanghai', currency: 'CNY' };
const kinds = ['account', 'person', 'colleague'];

function bookOf(names: string[]) {
  const db = scratchDb();
  const fill = new BookFiller(db);
  const account = fill.account('云岫材料');
  const ids = new Map(names.map((name) => [fill.person(account, name).personId, name]));
  refreshDerived(db, context, 'all');
  const find = (text: string, limit?: number, first: string[] = []) =>
    findNames(db, { query: nameQuery(text), kinds, limit, first }).map(({ id, match }) => ({ name: ids.get(id) ?? 'account', rank: match.rank, pinyin: match.pinyin }));
  return { db, ids, find };
}

describe('findNames', () => {
  it('finds by initials, as in the log form', () => {
    const { find } = bookOf(['刘子衿', '罗子健', '林泽军', '何婉清', 'Karin Vogt']);
    expect(find('lzj')).toEqual([
      { name: '林泽军', rank: 0, pinyin: [['Lin', 1], ['Ze', 1], ['Jun', 1]] },
      { name: '刘子衿', rank: 0, pinyin: [['Liu', 1], ['Zi', 1], ['Jin', 1]] },
      { name: '罗子健', rank: 0, pinyin: [['Luo', 1], ['Zi', 1], ['Jian', 1]] },
    ]);
  });

  it('puts beginnings before the rest, and given ids before everything', () => {
    const { find, ids } = bookOf(['Anders Berg', 'Maria Anders', 'Hans Landers', 'Anna Sand']);
    expect(find('and').map(({ name }) => name)).toEqual(['Anders Berg', 'Maria Anders', 'Anna Sand', 'Hans Landers']);
    const [landers] = [...ids].find(([, name]) => name === 'Hans Landers') ?? [''];
    expect(find('and', 2, [landers]).map(({ name }) => name)).toEqual(['Hans Landers', 'Anders Berg']);
  });

  it('asks the second, mixed pass only for what the first did not find', () => {
    const { find } = bookOf(['刘子衿', '刘佳']);
    expect(find('liuzj').map(({ name }) => name)).toEqual(['刘子衿']);
    expect(find('liu').map(({ name }) => name)).toEqual(['刘佳', '刘子衿']);
  });

  it('takes wildcards and quotes for what they are', () => {
    const { find } = bookOf(['50% Off', "O'Brien", 'A_B']);
    expect(find('%').map(({ name }) => name)).toEqual(['50% Off']);
    expect(find("o'b").map(({ name }) => name)).toEqual(["O'Brien"]);
    expect(find('a_b').map(({ name }) => name)).toEqual(['A_B']);
    expect(find('\n')).toHaveLength(4);
  });

  it('finds exactly what looking at every name finds, in the same order', () => {
    const name = fc.array(fc.constantFrom('刘', '子', '衿', '重', '工', '安', '西', '先', 'Li', 'An', ' ', 'z'), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('').trim()).filter((text) => text !== '');
    const typed = fc.oneof(fc.stringMatching(/^[lzjagxnucihoe]{1,5}$/), fc.constantFrom('刘', '子衿', '重工', 'an', 'xian', 'li z', ''));
    fc.assert(fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), typed, (names, text) => {
      const { db, find } = bookOf(names);
      const rows = db.prepare('SELECT id, kind, sort, plain, pinyin, initials FROM name_key').all() as (FoundForms & { id: string; sort: string })[];
      const expected = rows.flatMap((row) => {
        const match = matchName(row, nameQuery(text));
        return match ? [{ ...row, rank: match.rank }] : [];
      }).toSorted((a, b) => a.rank - b.rank || (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1));
      expect(find(text).map(({ rank }) => rank)).toEqual(expected.map(({ rank }) => rank));
      const limited = find(text, 3);
      expect(limited).toEqual(find(text).slice(0, limited.length));
      expect(limited).toHaveLength(Math.min(3, expected.length));
      db.close();
    }), { numRuns: 150 });
  });
});
