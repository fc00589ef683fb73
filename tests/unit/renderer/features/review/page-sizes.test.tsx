import { describe, expect, it } from 'vitest';
import { wordsFor } from '#core/documents/words.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import type { ReviewRows } from '#shared/domain/review/rows.ts';
import { NumberRows } from '#renderer/features/review/NumberRows.tsx';
import { PageView } from '#renderer/features/review/PageView.tsx';
import { useNumberWords } from '#renderer/features/review/use-number-words.ts';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { reviewSizes } from '#tests/builders/review-sizes.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const languages = ['en', 'zh-CN'] as const;
const cases = (['none', 'one', 'many', 'long'] as const).flatMap((size) => languages.map((language) => ({ size, language })));

describe.each(cases)('the pages of a review with $size in $language', ({ size, language }) => {
  it('are drawn each with its finding, a text never as markup, and nothing that is none', async () => {
    const drawing = await createDrawing(language);
    const deck = buildRecordDeck(reviewSizes[size](), language, wordsFor(resourcesDir, language));
    for (const [at, page] of deck.pages.entries()) {
      const html = drawing.html(<PageView deck={deck} at={at} />);
      const finding = page.kind === 'cover' ? page.title : page.headline;
      expect(html).toContain(finding.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;').slice(0, 20));
      expect(html).not.toMatch(/\bNaN\b|undefined|\[object|<script|preview\.[a-z]|deck\.[a-z]/);
    }
  });
});

const rowsOf = (count: number): ReviewRows[] => {
  const all = <T,>(make: (no: number) => T): T[] => Array.from({ length: count }, (_, no) => make(no));
  return [
    { kind: 'orders', rows: all((no) => ({ orderId: `o${no}`, lineNo: 1, orderNo: null, orderedOn: '2026-10-12', currency: 'CNY', product: `<b>Row ${no}`, category: null, quantity: 10_000, listPrice: null, price: 10_000, discount: 0, amount: 10_000, cost: no % 2 === 0 ? null : 5_000, isReturn: no === 0 })) },
    { kind: 'interactions', rows: all((no) => ({ id: `i${no}`, date: '2026-11-20', kind: 'visit', summary: `<b>Row ${no}`, decisions: '', people: [] })) },
    { kind: 'tasks', rows: all((no) => ({ id: `t${no}`, title: `<b>Row ${no}`, owner: null, dueOn: no === 0 ? '2026-11-20' : null, late: no === 0 })) },
    { kind: 'people', rows: all((no) => ({ personId: `p${no}`, name: `<b>Row ${no}`, title: null, roles: no === 0 ? ['champion', 'user'] : [], attitude: no === 0 ? -2 : null, lastOn: null })) },
  ];
};

describe.each(languages)('the rows behind a number in %s', (language) => {
  it('are drawn up to five hundred, and the rest is counted', async () => {
    const drawing = await createDrawing(language);
    for (const rows of rowsOf(1_234)) {
      const html = drawing.html(<NumberRows rows={rows} />);
      expect(html.match(/<tr>/g), rows.kind).toHaveLength(501);
      expect(html, rows.kind).toContain('1,234');
      expect(html, rows.kind).not.toContain('<b>Row');
    }
  });

  it('have heads, and every word that they need', async () => {
    const drawing = await createDrawing(language);
    for (const count of [0, 1]) {
      for (const rows of rowsOf(count)) {
        const html = drawing.html(<NumberRows rows={rows} />);
        expect(html.match(/<tr>/g), rows.kind).toHaveLength(count + 1);
        expect(html, rows.kind).not.toMatch(/>(?:deck|dialog)\.|undefined|NaN/);
        expect(html.includes('1,'), rows.kind).toBe(false);
      }
    }
    expect(drawing.text(<NumberRows rows={rowsOf(1)[2] ?? { kind: 'tasks', rows: [] }} />)).toContain(language === 'en' ? 'Nobody yet' : '未指定');
    expect(drawing.text(<NumberRows rows={rowsOf(1)[0] ?? { kind: 'orders', rows: [] }} />)).toContain(language === 'en' ? 'return' : '退货');
  });
});

describe('how a number is said', () => {
  const saidOf = async (size: keyof typeof reviewSizes, language: (typeof languages)[number]) => {
    const said: { id: string; value: string; exact: string | undefined; name: string; days: string; rows: string }[] = [];
    function Reader() {
      const words = useNumberWords('CNY');
      for (const number of numbersOf(reviewSizes[size]())) said.push({ id: number.id, value: words.value(number), exact: words.exact(number), name: words.name(number), days: words.days(number), rows: words.rows(number) });
      return null;
    }
    (await createDrawing(language)).html(<Reader />);
    return (id: string) => said.find((one) => one.id === id) ?? said;
  };

  it('money short with the exact amount beside it, shares in percent, what is not known as a dash', async () => {
    const many = await saidOf('many', 'en');
    expect(many('orders.marginRate:current')).toMatchObject({ value: '50.0%', exact: undefined, name: 'Margin rate', rows: '600 order lines' });
    expect(many('orders.amount:current')).toMatchObject({ exact: 'CNY 600', days: '1 Oct – 23 Nov 2026' });
    const none = await saidOf('none', 'en');
    expect(none('orders.margin:current')).toMatchObject({ value: '–', exact: undefined });
    expect(none('tasks.lateCount')).toMatchObject({ value: '0', days: 'as of 23 Nov 2026', rows: '0 next steps' });
  });

  it.each(languages)('every number has its name and its rows in %s', async (language) => {
    for (const size of ['none', 'one', 'many'] as const) {
      const all = (await saidOf(size, language))('all of them');
      if (!Array.isArray(all)) throw new Error('not all');
      expect(all.length).toBeGreaterThan(25);
      for (const { id, name, rows, days, value } of all) expect([name, rows, days, value].join('|'), id).not.toMatch(/numbers?\.[a-z]|undefined|NaN|\{\{/);
    }
    const one = (await saidOf('one', language))('orders.product:0');
    expect(one).toMatchObject(language === 'en' ? { name: 'Revenue, Only one', rows: '1 order line' } : { name: '收入，Only one', rows: '1 个订单行' });
  });
});
