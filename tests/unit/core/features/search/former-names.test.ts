import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { createDuplicatesHandlers } from '#core/features/duplicates/handlers.ts';
import { createPeopleHandlers } from '#core/features/people/handlers.ts';
import { answeringName } from '#core/features/search/former-names.ts';
import { createSearchHandlers } from '#core/features/search/handlers.ts';
import { findNames } from '#core/measures/find-names.ts';
import { nameQuery } from '#shared/domain/name/match-name.ts';
import { readQuery } from '#shared/domain/search/search-line.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let t: FeatureBook;
beforeEach(() => { t = featureBook(); });
afterEach(() => t.dispose());

const hits = async (text: string) => (await createSearchHandlers(t.deps).find({ text, limit: 5 }, signal)).groups.flatMap((group) => group.hits);
/** Title, former name and snippet of each hit. */
const shown = async (text: string) => (await hits(text)).map(({ title, formerName, snippet }) => [title.text, formerName?.text ?? null, snippet?.text ?? null]);
const merge = async (survivorId: string, mergedId: string, values = {}) => (await createDuplicatesHandlers(t.deps).mergeAccounts({ survivorId, mergedId, values }, signal)).stepNo;
const mergePeople = async (survivorId: string, mergedId: string) => (await createDuplicatesHandlers(t.deps).mergePeople({ survivorId, mergedId, values: {} }, signal)).stepNo;
const accounts = () => t.fill((fill) => ({
  stays: fill.account('清远新材料', { city: '无锡' }), gone: fill.account('远舟科技', { alias: 'Farboat Technology', externalId: 'F-88' }),
}));

describe('a record that others were merged into', () => {
  it('is found by their names, which it says: by text, pinyin, initials and words', async () => {
    const { stays, gone } = accounts();
    await merge(stays, gone);
    for (const text of ['远舟', '遠舟科', '舟科', 'yuanzhou', 'yzkj', '远舟 科技']) expect(await shown(text), text).toEqual([['清远新材料', '远舟科技', null]]);
    for (const text of ['farb', 'technology far']) expect(await shown(text), text).toEqual([['清远新材料', 'Farboat Technology', null]]);
    expect((await hits('舟科'))[0]).toMatchObject({ id: stays, formerName: { marks: [[1, 3]] }, pinyin: null });
    expect((await hits('yzk'))[0]).toMatchObject({ id: stays, pinyin: [['Yuan', 1], ['Zhou', 1], ['Ke', 1], ['Ji', 0]] });
  });

  it('says nothing of them while its own name answers', async () => {
    const { stays, gone } = accounts();
    await merge(stays, gone);
    expect(await shown('清远')).toEqual([['清远新材料', null, null]]);
    expect(await shown('远')).toEqual([['清远新材料', null, null]]);
    expect(await shown('无锡')).toEqual([['清远新材料', null, '无锡 F-88']]);
  });

  it('is found by their numbers', async () => {
    const { stays, gone } = accounts();
    t.book.write({ kind: 'user', verb: 'account.update', params: {} }, () => t.book.db.prepare("UPDATE account SET external_id = 'F-1' WHERE id = ?").run(stays));
    await merge(stays, gone);
    expect(await shown('F-88')).toEqual([['清远新材料', null, 'F-1 无锡 F-88']]);
  });

  it('comes after those that bear the name today', async () => {
    const { stays, gone } = accounts();
    t.fill((fill) => fill.account('远舟物流'));
    await merge(stays, gone);
    expect(await shown('远舟')).toEqual([['远舟物流', null, null], ['清远新材料', '远舟科技', null]]);
  });

  it('is no longer found by them once the merge is undone, and again when that is', async () => {
    const { stays, gone } = accounts();
    const no = await merge(stays, gone);
    expect((await hits('远舟')).map(({ id }) => id)).toEqual([stays]);
    const { step } = undoStep(t.book, no);
    expect((await hits('远舟')).map(({ id }) => id)).toEqual([gone]);
    expect(await shown('远舟')).toEqual([['远舟科技', null, null]]);
    expect(t.book.db.prepare("SELECT count(*) FROM name_key WHERE kind LIKE 'former%'").pluck().get()).toBe(0);
    undoStep(t.book, step.no);
    expect(await shown('远舟')).toEqual([['清远新材料', '远舟科技', null]]);
  });

  it('has no former name where it took over the name, and its own earlier name where it gave it up', async () => {
    const { stays, gone } = accounts();
    await merge(stays, gone, { name: '远舟科技' });
    expect(await shown('远舟')).toEqual([['远舟科技', null, null]]);
    expect(await shown('清远')).toEqual([['远舟科技', '清远新材料', null]]);
  });

  it('is not met by those who ask for names of today', async () => {
    const { stays, gone } = accounts();
    await merge(stays, gone);
    await hits('远舟');
    expect(findNames(t.book.db, { query: nameQuery('远舟'), kinds: ['account'] })).toEqual([]);
    expect(findNames(t.book.db, { query: nameQuery('远舟'), kinds: ['formerAccount'] }).map(({ id }) => id)).toEqual([stays]);
  });
});

describe('a person that others were merged into', () => {
  const people = () => t.fill((fill) => {
    const account = fill.account('A');
    return { stays: fill.person(account, 'Wang Min').personId, gone: fill.person(account, '王敏捷').personId };
  });

  it('is found by their names, and not after the merge is undone', async () => {
    const { stays, gone } = people();
    const no = await mergePeople(stays, gone);
    for (const text of ['王敏', 'wmj', '敏捷']) expect(await shown(text), text).toEqual([['Wang Min', '王敏捷', null]]);
    undoStep(t.book, no);
    expect((await hits('敏捷')).map(({ id }) => id)).toEqual([gone]);
  });

  it('takes their names along when it is erased for good', async () => {
    const { stays, gone } = people();
    t.book.write({ kind: 'user', verb: 'person.update', params: {} }, () => t.book.db.prepare("UPDATE person SET name = 'Quetzalcoatl' WHERE id = ?").run(gone));
    await mergePeople(stays, gone);
    expect(await shown('quetz')).toEqual([['Wang Min', 'Quetzalcoatl', null]]);
    createPeopleHandlers({ ...t.deps, forgetElsewhere: () => undefined, bundlesStillHolding: async () => null }).eraseForGood({ personId: stays }, signal);
    expect(await shown('quetz')).toEqual([]);
    t.book.close();
    expect(readFileSync(t.path).includes('uetzalcoat')).toBe(false);
  });
});

describe('of several former names', () => {
  const best = (names: string[], text: string) => answeringName(names, 'account', text, readQuery(text))?.name.text ?? null;

  it('the one that answers best is said', () => {
    expect(best(['North Farboat', 'Farboat'], 'far')).toBe('Farboat');
    expect(best(['Farboat Nord', 'Nord'], 'nord')).toBe('Nord');
    expect(best(['Boat of the Far North'], 'north boat')).toBe('Boat of the Far North');
    expect(best(['Farboat'], 'x')).toBeNull();
    expect(best([], 'far')).toBeNull();
  });
});
