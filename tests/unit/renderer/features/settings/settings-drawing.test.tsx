import { describe, expect, it } from 'vitest';
import { BookDetails } from '#renderer/features/settings/BookDetails.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';

const inputs = (html: string): string[] => html.match(/<input[^>]*>/g)?.filter((input) => !input.includes('type="hidden"')) ?? [];

describe('what the book says of itself', () => {
  it.each([
    ['en', ['Title', 'Currency', 'Time zone'], 'USD US Dollar', 'A change converts no amounts'],
    ['zh-CN', ['名称', '币种', '时区'], 'USD 美元', '更改后不会换算金额'],
  ] as const)('can be changed in %s, each under its name', async (language, names, currency, hint) => {
    const drawing = await createDrawing(language);
    const html = drawing.html(<BookDetails />);
    expect(inputs(html).map((input) => /aria-label="([^"]*)"/.exec(input)?.[1])).toEqual(names);
    expect(inputs(html).map((input) => /value="([^"]*)"/.exec(input)?.[1])).toEqual(['Northwind', currency, 'Asia/Shanghai']);
    expect(drawing.text(<BookDetails />)).toContain(hint);
    const described = /role="group"[^>]*aria-describedby="([^"]*)"/.exec(html)?.[1];
    expect(html).toMatch(new RegExp(`<small id="${described}">[^<]*${hint}`));
    expect(drawing.missing).toEqual([]);
  });

  it('is only shown in a book that can only be read', async () => {
    const drawing = await createDrawing('en');
    const before = inputs(drawing.html(<BookDetails />));
    expect(before.some((input) => input.includes('disabled'))).toBe(false);
    drawing.know((api) => ({
      key: api.app.state.queryKey(),
      data: {
        version: '0', host: 'test', settings: { language: 'en', theme: 'light' }, recent: [], problem: null,
        book: { bookId: 'b1', path: '', title: 'Northwind', timeZone: 'Asia/Shanghai', currency: 'USD', me: null, readOnly: 'newer-version', clock: 'ok', healthy: true, lastBackupAt: null, today: '2026-11-23' },
      },
    }));
    expect(inputs(drawing.html(<BookDetails />)).every((input) => input.includes('disabled'))).toBe(true);
  });
});
