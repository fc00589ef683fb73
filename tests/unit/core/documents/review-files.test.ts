import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeHtml } from '#core/documents/write-html.ts';
import { writePptx } from '#core/documents/write-pptx.ts';
import { writeXlsx } from '#core/documents/write-xlsx.ts';
import { wordsFor } from '#core/documents/words.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import type { ContentPage, Deck } from '#shared/domain/document/model.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { sectionKinds } from '#shared/domain/review/record.ts';
import { pptxParts, type PptxParts } from '#tests/builders/pptx-parts.ts';
import { reviewSizes } from '#tests/builders/review-sizes.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const theme = themeOf(PLAIN_LOOK);
const EMU = 914_400;
/** What XML 1.0 does not hold, and halves of pairs. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u;

const cases = (['none', 'one', 'many', 'long'] as const).flatMap((size) => (['en', 'zh-CN'] as const).map((language) => ({ size, language })));
const deckOf = ({ size, language }: (typeof cases)[number]): Deck => buildRecordDeck(reviewSizes[size](), language, wordsFor(resourcesDir, language));
const contentOf = ({ pages }: Deck): ContentPage[] => pages.filter((page) => page.kind === 'content');
const plain = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\uffff\s]+/gu, ' ').trim();
const linesOf = (text = ''): string[] => text.split('\n').map(plain).filter((line) => line !== '');

describe.each(cases)('PPTX of a review with $size in $language', (given) => {
  const deck = deckOf(given);
  let parts: PptxParts;
  beforeAll(async () => {
    parts = await pptxParts(await writePptx(deck, theme));
  });

  it('has a slide for each page, and nothing that XML cannot hold', async () => {
    expect(parts.paths.filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(sectionKinds.length + 1);
    for (const path of parts.paths.filter((one) => one.endsWith('.xml'))) expect(await parts.read(path), path).not.toMatch(UNWRITABLE);
  });

  it('keeps every shape on its page', async () => {
    for (const no of deck.pages.keys()) {
      const xml = await parts.read(`ppt/slides/slide${no + 1}.xml`);
      for (const [, x, y, w, h] of xml.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(-?\d+)" cy="(-?\d+)"/g)) {
        expect(Number(x), `${no}`).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(w), `${no}`).toBeLessThanOrEqual(13.34 * EMU);
        expect(Number(y) + Number(h), `${no}`).toBeLessThanOrEqual(7.51 * EMU);
        expect(Math.min(Number(w), Number(h)), `${no}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('has each table whole, row by row', async () => {
    for (const [at, page] of contentOf(deck).entries()) {
      const table = page.blocks.find((block) => block.kind === 'table');
      const rows = await parts.tableRows(at + 2);
      expect(rows, page.section).toHaveLength(table ? table.rows.length + 1 : 0);
      // A text may be cut, its beginning is there; a number is there whole.
      table?.rows.forEach((row, no) => row.forEach((cell, column) => {
        const written = rows[no + 1]?.[column] ?? '';
        if (cell.number) expect(written, page.section).toBe(cell.text);
        else expect(plain(cell.text).startsWith(written.replace(/…$/, '')), `${page.section}: ${written}`).toBe(true);
      }));
      if (table?.more) expect(await parts.slideTexts(at + 2), page.section).toContain(table.more);
    }
  });

  it('has what is said in the notes of its slide, whole', async () => {
    for (const [at, page] of contentOf(deck).entries()) {
      const notes = await parts.read(`ppt/notesSlides/notesSlide${at + 2}.xml`);
      for (const line of linesOf(page.commentary)) expect(notes, page.section).toContain(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;'));
    }
  });

  it('says where a list goes on beyond its slide', async () => {
    for (const [at, page] of contentOf(deck).entries()) {
      const said = await parts.slideTexts(at + 2);
      for (const block of page.blocks) {
        if (block.kind !== 'text' || block.paragraphs.length === 0) continue;
        const shown = block.paragraphs.filter((paragraph) => said.includes(plain(paragraph))).length;
        if (shown < block.paragraphs.length) expect(said.some((text) => text.endsWith('…')), page.section).toBe(true);
      }
    }
  });
});

describe.each(cases)('HTML of a review with $size in $language', (given) => {
  const deck = deckOf(given);
  const page = writeHtml(deck, theme);
  const sections = page.split('<section ').slice(1);

  it('is a section a page, every tag closed, nothing of a text taken for one', () => {
    expect(sections).toHaveLength(deck.pages.length);
    expect(page).not.toMatch(UNWRITABLE);
    expect(page).not.toMatch(/<script|<img|<iframe|\son\w+=|&amp;amp;amp;/);
    for (const tag of ['section', 'table', 'tr', 'td', 'th', 'ul', 'li', 'svg', 'h1', 'h2', 'p']) expect(page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0, tag).toBe(page.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0);
    // The only bold there is are figures; a text's own marks stay text.
    for (const bold of page.match(/<b>[^<]*<\/b>/g) ?? []) expect(bold).not.toContain('炉线');
  });

  it('has the commentary under its page, each line a paragraph, and the page as much higher', () => {
    for (const [at, { commentary, section }] of contentOf(deck).entries()) {
      const text = sections[at + 1] ?? '';
      const count = linesOf(commentary).length;
      expect(text.includes('<div class="said">'), section).toBe(count > 0);
      expect(/<div class="said">(.*)<\/div>/s.exec(text)?.[1]?.match(/<p>/g)?.length ?? 0, section).toBe(count);
      const height = Number(new RegExp(`@page said${at + 1} \\{ size: [\\d.]+in ([\\d.]+)in`).exec(page)?.[1] ?? 7.5);
      expect(height, section).toBeGreaterThanOrEqual(7.5 + count * 0.25);
    }
  });

  it('says where a list goes on beyond its page', () => {
    for (const [at, { blocks, section }] of contentOf(deck).entries()) {
      const lines = [...(sections[at + 1] ?? '').matchAll(/<li>([^<]*)<\/li>/g)].map((match) => match[1] ?? '');
      const listed = blocks.flatMap((block) => (block.kind === 'text' && block.list ? block.paragraphs : []));
      expect(lines.length > 0, section).toBe(listed.length > 0);
      if (lines.length < listed.length) expect(lines.some((line) => line.endsWith('…')), section).toBe(true);
    }
  });

  it('draws no picture with a coordinate that is none', () => {
    expect(page).not.toMatch(/="(?:NaN|-?Infinity|undefined)|NaNin|height="-/);
  });
});

describe.each(cases)('XLSX of a review with $size in $language', (given) => {
  const deck = deckOf(given);
  let sheets: { sheet: string; data: unknown[][] }[];
  beforeAll(async () => {
    sheets = await readExcel(Buffer.concat(await writeXlsx(deck)));
  });

  it('names its sheets for their sections, in at most 31 characters, each unlike the others', () => {
    const names = sheets.map(({ sheet }) => sheet);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
    for (const { topic, blocks, section } of contentOf(deck)) {
      if (blocks.some(({ kind }) => kind === 'table')) expect(names.some((name) => name.startsWith(topic ?? '?')), section).toBe(true);
    }
  });

  it('says in its first sheet every finding with the number of its page and what is said to it', () => {
    const rows = sheets[0]?.data ?? [];
    const texts = new Set(rows.map((row) => row[1]));
    for (const [at, { headline, source, commentary }] of contentOf(deck).entries()) {
      const [no, found, from] = rows.find(([number]) => number === at + 2) ?? [];
      expect([no, String(found).replace(/^'/, ''), from]).toEqual([at + 2, plain(headline), plain(source)]);
      for (const line of linesOf(commentary)) expect(texts.has(line) || texts.has(`'${line}`), line.slice(0, 40)).toBe(true);
    }
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    for (const { sheet, data } of sheets) for (const cell of data.flat()) if (typeof cell === 'string') expect(cell, sheet).not.toMatch(/^[=+\-@\t\r]/);
  });
});
