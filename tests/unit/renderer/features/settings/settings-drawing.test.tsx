import { describe, expect, it } from 'vitest';
import { PLAIN_LOOK, type Look } from '#shared/domain/document/look.ts';
import { BookDetails } from '#renderer/features/settings/BookDetails.tsx';
import { DocumentLook } from '#renderer/features/settings/DocumentLook.tsx';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { madePng } from '#tests/builders/pictures.ts';

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
        version: '0', host: 'test', settings: { language: 'en', theme: 'light', startAtLogin: false, stayInTray: false }, offers: [], recent: [], problem: null,
        book: { bookId: 'b1', path: '', title: 'Northwind', timeZone: 'Asia/Shanghai', currency: 'USD', me: null, readOnly: 'newer-version', clock: 'ok', healthy: true, lastBackupAt: null, today: '2026-11-23' },
      },
    }));
    expect(inputs(drawing.html(<BookDetails />)).every((input) => input.includes('disabled'))).toBe(true);
  });
});

describe('the look of documents', () => {
  const logo = { type: 'png' as const, width: 60, height: 20, data: madePng(60, 20).toString('base64') };
  const drawn = async (language: 'en' | 'zh-CN', look: Partial<Look>) => {
    const drawing = await createDrawing(language);
    drawing.know((api) => ({ key: api.documents.look.queryKey(), data: { ...PLAIN_LOOK, ...look } }));
    return { html: drawing.html(<DocumentLook />), text: drawing.text(<DocumentLook />), drawing };
  };

  it.each([['en', ['Company', 'Colour', 'Font', 'Chinese font'], 'Choose a picture'], ['zh-CN', ['公司名称', '主色', '西文字体', '中文字体'], '选择图片']] as const)('can be changed in %s, each under its name', async (language, names, choose) => {
    const { html, text, drawing } = await drawn(language, { company: 'Acme' });
    expect(inputs(html).map((input) => /aria-label="([^"]*)"/.exec(input)?.[1]).filter((name) => name !== undefined)).toEqual(names);
    expect(text).toContain(choose);
    expect(html).not.toContain('<img');
    expect(drawing.missing).toEqual([]);
  });

  it('shows the logo where it is chosen and on the slide, and offers to take it away', async () => {
    const { html, text } = await drawn('en', { logo });
    expect(html.match(/src="data:image\/png;base64,/g)).toHaveLength(2);
    expect(html).toContain('alt="The logo now, 60 × 20 pixels"');
    expect(text).toContain('Choose another');
    expect(text).toContain('Remove');
  });

  it('draws the slide in the colour, and says when a light one is darkened', async () => {
    const dark = await drawn('en', { accent: '#B3001B' });
    expect(dark.html).toContain('background:#B3001B;color:#FFFFFF');
    expect(dark.text).not.toContain('too light');
    const light = await drawn('en', { accent: '#F2C200' });
    expect(light.text).toContain('The colour is too light to be seen on white, so it is used a little darker.');
    expect(light.html).not.toContain('background:#F2C200;color');
  });
});
