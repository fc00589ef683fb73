import { describe, expect, it } from 'vitest';
import { isPresented } from '#shared/domain/document/presented.ts';
import { wordsFor } from '#core/documents/words.ts';
import type { ContentPage, DeckBlock } from '#shared/domain/document/model.ts';
import type { DeckTable } from '#shared/domain/document/table.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import { sectionKinds, type SectionKind } from '#shared/domain/review/record.ts';
import { reviewSizes } from '#tests/builders/review-sizes.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

type Size = keyof typeof reviewSizes;
type Language = 'en' | 'zh-CN';

const deck = (size: Size, language: Language) => buildRecordDeck(reviewSizes[size](), language, wordsFor(resourcesDir, language));

function page(size: Size, section: SectionKind, language: Language = 'en'): ContentPage {
  const found = deck(size, language).pages.find((one) => one.kind === 'content' && one.section === section);
  if (found?.kind !== 'content') throw new Error(`no page ${section}`);
  return found;
}

const block = <Kind extends DeckBlock['kind']>(from: ContentPage, kind: Kind): Extract<DeckBlock, { kind: Kind }> | undefined =>
  from.blocks.find((one): one is Extract<DeckBlock, { kind: Kind }> => one.kind === kind);
const tableOf = (size: Size, section: SectionKind, language?: Language): DeckTable => {
  const table = block(page(size, section, language), 'table');
  if (!table) throw new Error(`no table on ${section}`);
  return table;
};
const cases = (['none', 'one', 'many', 'long'] as const).flatMap((size) => (['en', 'zh-CN'] as const).map((language): [Size, Language] => [size, language]));

describe.each(cases)('a review with %s in %s', (size, language) => {
  const { pages, ...document } = deck(size, language);
  const contents = pages.filter((one) => one.kind === 'content');

  it('has a page for each section, each with a finding, an explanation and a source', () => {
    expect(contents.map(({ section }) => section)).toEqual([...sectionKinds]);
    for (const { headline, explanation, source, section, topic } of contents) {
      for (const text of [headline, explanation, source, topic ?? '']) expect(text.trim(), section).not.toBe('');
    }
  });

  it('lacks no word and shows no value that is none', () => {
    const said = JSON.stringify([document.title, pages]);
    expect(said).not.toMatch(/"(?:deck|section)\.[a-z]|\{\{|\bNaN\b|\bundefined\b|Infinity|\[object/);
    expect(said).not.toMatch(/"text":null/);
  });

  it('puts no more on a page than the writers can lay out', () => {
    for (const { blocks, section } of contents) {
      const figures = blocks.filter(({ kind }) => kind === 'figures');
      expect(figures.length, section).toBeLessThanOrEqual(1);
      expect(blocks.length - figures.length, section).toBeLessThanOrEqual(2);
      for (const one of blocks) {
        if (one.kind === 'figures') expect(one.figures.length, section).toBeLessThanOrEqual(4);
        if (one.kind !== 'table') continue;
        expect(one.columns.reduce((sum, { share }) => sum + share, 0), section).toBeCloseTo(1, 6);
        for (const row of one.rows) expect(row, section).toHaveLength(one.columns.length);
        expect(one.rows.length, section).toBeLessThanOrEqual(11);
        expect(one.description, section).not.toBe('');
      }
    }
  });

  it('refers only to numbers that the review has', () => {
    const ids = new Set(numbersOf(reviewSizes[size]()).map(({ id }) => id));
    const refs = contents.flatMap(({ blocks }) => blocks).flatMap((one) => (one.kind === 'table' ? one.rows.flat().map(({ ref }) => ref) : one.kind === 'figures' ? one.figures.map(({ ref }) => ref) : []));
    expect(refs.filter((ref) => ref !== undefined && !ids.has(ref))).toEqual([]);
  });

  it('tells its findings on the cover with the pages they stand on', () => {
    const [cover] = pages;
    if (cover?.kind !== 'cover') throw new Error('no cover');
    expect(cover.summary.length).toBe(size === 'none' ? 0 : 4);
    const seen = pages.filter(isPresented);
    for (const { page: no, text } of cover.summary) expect(seen[no - 1]).toMatchObject({ kind: 'content', headline: text });
    expect(cover.prepared.trim()).not.toBe('');
  });

  it('says what it says with the words of its language only', () => {
    const chinese = contents.filter(({ source }) => /[\u4e00-\u9fff]/.test(source)).length;
    expect(chinese).toBe(language === 'en' ? 0 : contents.length);
  });
});

describe('what is left out of a page is counted', () => {
  it.each([
    ['service', 7, 593], ['nextSteps', 9, 591], ['relationships', 8, 592], ['actions', 9, 591],
    // 600 named, 600 late; the 600 quiet are for the check list.
    ['risks', 9, 1191],
  ] as const)('%s shows %i rows and says that there are %i more', (section, shown, more) => {
    const table = tableOf('many', section);
    expect(table.rows).toHaveLength(shown);
    expect(table.more).toBe(`and ${more.toLocaleString('en')} more`);
    expect(tableOf('many', section, 'zh-CN').more).toContain(more.toLocaleString('en'));
  });

  it.each(['service', 'nextSteps', 'relationships', 'actions'] as const)('%s with one row says nothing of more', (section) => {
    const { rows, more } = tableOf('one', section);
    expect([rows.length, more]).toEqual([1, null]);
  });

  it('risks of one each are two rows, named first', () => {
    const { rows, more } = tableOf('one', 'risks');
    expect([rows.map(([kind]) => kind?.text), more]).toEqual([['Miss or risk', 'Late step'], null]);
  });

  it('since the last review keeps its last line for the rest', () => {
    const said = block(page('many', 'since'), 'text')?.paragraphs ?? [];
    expect(said).toHaveLength(9);
    // 600 decisions, 600 actions, one line of who came, one of who left; eight are shown.
    expect(said.at(-1)).toBe('and 1,194 more');
    expect(block(page('one', 'since'), 'text')?.paragraphs).toHaveLength(4);
  });

  it('products keep the sum: those shown, others and the total', () => {
    const { rows } = tableOf('many', 'products');
    expect(rows.at(-1)?.[0]?.text).toBe('Total');
    expect(rows.some(([name]) => name?.text.startsWith('Other products'))).toBe(true);
    expect(tableOf('one', 'products').rows.some(([name]) => name?.text.startsWith('Other products'))).toBe(false);
  });
});

describe('a section without anything says what is missing, to us alone', () => {
  it.each(sectionKinds.filter((kind) => kind !== 'agenda'))('%s', (section) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { blocks } = page('none', section, language);
      expect(blocks.map(({ kind }) => kind)).toEqual(['notice']);
      expect(block(page('none', section, language), 'notice')?.text.length).toBeGreaterThan(8);
      expect(page('none', section, language).open).toBe(true);
    }
  });

  it('but for one that something is said to', () => {
    const facts = reviewSizes.none();
    const { pages } = buildRecordDeck({ ...facts, sections: [{ kind: 'risks', hidden: false, commentary: 'All went well.' }] }, 'en', wordsFor(resourcesDir, 'en'));
    expect(pages.every(isPresented)).toBe(true);
  });

  it('the agenda still lists who takes part', () => expect(page('none', 'agenda').blocks.map(({ kind }) => kind)).toEqual(['notice', 'text']));
});

describe('what is said to a section', () => {
  it.each(['en', 'zh-CN'] as const)('stands on its page in %s, but for the strategy, whose page it is', (language) => {
    const facts = reviewSizes.none();
    const sections = facts.sections.map(({ kind }) => ({ kind, hidden: false, commentary: ` ${kind} first\n\nthen \n` }));
    for (const one of buildRecordDeck({ ...facts, sections }, language, wordsFor(resourcesDir, language)).pages) {
      if (one.kind === 'cover') continue;
      if (one.section === 'strategy') expect(one).toMatchObject({ headline: 'strategy first', blocks: [{ kind: 'text', paragraphs: ['then'] }] });
      expect(one.commentary, one.section).toBe(one.section === 'strategy' ? undefined : `${one.section} first\n\nthen`);
    }
  });

  it('of blanks alone is nothing', () => {
    const facts = reviewSizes.none();
    const { pages } = buildRecordDeck({ ...facts, sections: [{ kind: 'risks', hidden: false, commentary: ' \n\t ' }] }, 'en', wordsFor(resourcesDir, 'en'));
    expect(pages[1]).not.toHaveProperty('commentary');
  });
});
