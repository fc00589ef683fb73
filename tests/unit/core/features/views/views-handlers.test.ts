import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { createViewsHandlers } from '#core/features/views/handlers.ts';
import { builtInView } from '#shared/domain/view/built-in-views.ts';
import { migrateView } from '#shared/domain/view/migrate-view.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };
const document = builtInView('quiet');

let made: FeatureBook;
const views = () => createViewsHandlers(made.deps);
const names = async (): Promise<string[]> => (await views().list({ list: 'accounts' }, signal)).map(({ name }) => name);

beforeEach(() => {
  made = featureBook();
});

afterEach(() => made.dispose());

describe('saved views', () => {
  it('are kept, renamed, moved and removed, each as a step', async () => {
    const { id } = await views().save({ list: 'accounts', name: 'North', document }, signal);
    await views().save({ list: 'accounts', name: 'South', document }, signal);
    expect(await names()).toEqual(['North', 'South']);
    await views().save({ list: 'accounts', id, name: 'Far north', document: { ...document, pinned: 2 } }, signal);
    expect((await views().list({ list: 'accounts' }, signal))[0]).toMatchObject({ id, name: 'Far north', place: 0, document: { pinned: 2 } });
    await views().move({ id, place: 1 }, signal);
    expect(await names()).toEqual(['South', 'Far north']);
    const { stepNo } = await views().remove({ id }, signal);
    expect(await names()).toEqual(['South']);
    undoStep(made.book, stepNo);
    expect(await names()).toEqual(['South', 'Far north']);
  });

  it('keep the changed form of one that comes with the program under its id', async () => {
    await views().save({ list: 'accounts', id: 'quiet', name: '', document }, signal);
    expect(await views().list({ list: 'accounts' }, signal)).toMatchObject([{ id: 'quiet', name: '', document }]);
  });

  it('leave a document of a newer program alone', async () => {
    made.book.db.prepare("INSERT INTO list_view VALUES ('x', 'accounts', 'X', 0, '{\"version\":99}')").run();
    expect(await names()).toEqual([]);
    expect(migrateView({ version: 1 })).toBeNull();
    expect(migrateView(document)).toEqual(document);
  });

  it('are not found under a strange id', () => {
    expect(() => views().remove({ id: 'none' }, signal)).toThrow('not-found');
  });
});
