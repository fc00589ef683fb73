import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHistoryHandlers } from '#core/features/history/handlers.ts';
import { builtInTemplates } from '#shared/domain/review/template.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';
import { reviewHandlers } from '#tests/builders/review-handlers.ts';

const signal = { signal: new AbortController().signal };

let t: FeatureBook;
let account: string;
let reviews: ReturnType<typeof reviewHandlers>;
beforeEach(() => {
  t = featureBook();
  account = t.fill((fill) => fill.account('恒岳重工集团'));
  reviews = reviewHandlers(t.deps);
});
afterEach(() => t.dispose());

const create = async (more: { template: string; sections?: ('results' | 'risks' | 'agenda')[] }): Promise<string> =>
  (await reviews.create({ accountId: account, period: { year: 2026, quarter: 4 }, language: 'en', ...more }, signal)).id;
const kindsOf = async (id: string): Promise<string[]> => (await reviews.get({ id }, signal)).sections.map(({ kind }) => kind);
const undo = () => createHistoryHandlers(t.deps).undo({}, signal);
const problem = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    return error instanceof CodedError ? [error.code, error.where?.field] : error;
  }
};

describe('templates of one’s own', () => {
  it('are kept, renamed and removed, each a step that can be taken back', async () => {
    const { id } = await reviews.saveTemplate({ name: 'Strategic', sections: ['risks', 'results'] }, signal);
    await reviews.saveTemplate({ name: 'Board', sections: ['agenda'] }, signal);
    const names = async () => (await reviews.templates(undefined, signal)).map(({ name, document }) => [name, document.sections]);
    expect(await names()).toEqual([['Board', ['agenda']], ['Strategic', ['risks', 'results']]]);
    await reviews.saveTemplate({ id, name: 'Allies', sections: ['results'] }, signal);
    expect(await names()).toEqual([['Allies', ['results']], ['Board', ['agenda']]]);
    await reviews.removeTemplate({ id }, signal);
    expect(await names()).toEqual([['Board', ['agenda']]]);
    await undo();
    await undo();
    expect(await names()).toEqual([['Board', ['agenda']], ['Strategic', ['risks', 'results']]]);
  });

  it('make reviews, which stay when the template is changed or gone', async () => {
    const { id: template } = await reviews.saveTemplate({ name: 'Strategic', sections: ['risks', 'results'] }, signal);
    const id = await create({ template });
    expect(await kindsOf(id)).toEqual(['risks', 'results']);
    await reviews.saveTemplate({ id: template, name: 'Strategic', sections: ['agenda'] }, signal);
    await reviews.removeTemplate({ id: template }, signal);
    expect(await kindsOf(id)).toEqual(['risks', 'results']);
    expect((await reviews.get({ id }, signal)).head.template).toBe(template);
  });

  it('and those of the program can be told other sections for one review', async () => {
    const id = await create({ template: 'short', sections: ['results', 'agenda'] });
    expect(await kindsOf(id)).toEqual(['results', 'agenda']);
    expect((await reviews.list({ accountId: account }, signal))[0]?.template).toBe('short');
    expect(await kindsOf(await create({ template: 'standard' }))).toEqual(builtInTemplates.standard.sections);
  });

  it('that are not there are named; one that cannot be read is left alone', async () => {
    expect(await problem(() => create({ template: 'nothing' }))).toEqual(['not-found', 'template']);
    expect(await problem(() => reviews.saveTemplate({ id: 'nothing', name: 'x', sections: ['results'] }, signal))).toEqual(['not-found', 'id']);
    expect(await problem(() => reviews.removeTemplate({ id: 'nothing' }, signal))).toEqual(['not-found', 'id']);
    t.fill(() => t.book.db.prepare('INSERT INTO review_template VALUES (?, ?, ?)').run('newer', 'Newer', '{"version":9}'));
    expect(await reviews.templates(undefined, signal)).toEqual([]);
    expect(t.book.db.prepare('SELECT document FROM review_template').pluck().all()).toEqual(['{"version":9}']);
  });
});
