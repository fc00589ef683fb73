import { describe, expect, it } from 'vitest';
import { axisTicks } from '#core/documents/html-chart.ts';
import { writeHtml } from '#core/documents/write-html.ts';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import { PLAIN_LOOK, type Look } from '#shared/domain/document/look.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { madeDeck } from '#tests/builders/made-deck.ts';
import { madePng } from '#tests/builders/pictures.ts';

const page = (look: Partial<Look> = {}, deck = madeDeck()): string => writeHtml(deck, themeOf({ ...PLAIN_LOOK, ...look }));
const BARS: DeckChart = { kind: 'bars', title: 'T', description: 'D', direction: 'up', categories: ['a', 'b'], series: [{ name: 'Before', role: 'lastYear', values: [1, 2] }, { name: 'Now', role: 'now', values: [3, -1] }], digits: 1, unfinishedAt: 1 };
const chartPage = (chart: DeckChart): string => page({}, madeDeck({ pages: [{ kind: 'content', headline: 'H', explanation: 'E', source: 'S', notes: [], blocks: [chart] }] }));
const rects = (html: string): { x: number; y: number; w: number; h: number; fill: string; half: boolean }[] => [...html.matchAll(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" fill="([^"]+)"( fill-opacity="0.5")?\/>/g)]
  .map(([, x, y, w, h, fill = '', half]) => ({ x: Number(x), y: Number(y), w: Number(w), h: Number(h), fill, half: half !== undefined })).filter(({ w, h }) => w !== 10 || h !== 10);

describe('the printed page', () => {
  it('loads nothing and runs nothing, and says so to the browser first', () => {
    const html = page({ logo: { type: 'png', width: 60, height: 20, data: madePng(60, 20).toString('base64') } });
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'));
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(html).not.toMatch(/<script|<link|<iframe|https?:|src=|href=|\son\w+=/i);
    expect(html.match(/url\(data:image\/png;base64,/g)).toHaveLength(1);
  });

  it('has one section a page, in order, with its texts as texts', () => {
    const html = page({ company: 'Acme <&> Co' });
    expect(html.match(/<section /g)).toHaveLength(3);
    expect(html).toContain('Acme &lt;&amp;&gt; Co');
    expect(html).toContain('=炉线 &amp; &lt;Co&gt;');
    expect(html).not.toContain('<Co>');
    for (const text of ['Business review Q4 2026', 'A note', '¥8.4M', 'and 3 more', '先在二号炉线验证', 'Nothing else was agreed.', 'Source: minutes', '<h2>Agreed</h2>', '<li>Sign in December</li>']) expect(html).toContain(text);
    expect(html).toContain('<html lang="en">');
  });

  it('what is said to a page stands under it, the page higher by its lines', () => {
    const html = page();
    expect(html).toContain('<p>Begin with &lt;the trial&gt;.</p><p>再谈扩展。</p>');
    expect(html.match(/@page said1 \{ size: 13\.333in ([\d.]+)in/)?.[1]).toBe('8.58');
    expect(html.match(/@page said/g)).toHaveLength(1);
  });

  it('wears the look', () => {
    const html = page({ accent: '#B3001B', latin: 'Georgia', chinese: 'KaiTi' });
    expect(html).toContain('background: #B3001B');
    expect(html).toContain("font-family: Georgia, Gelasio, 'Times New Roman', 'Liberation Serif', 'KaiTi', 'Songti SC'");
    expect(html).not.toContain('#0B6477');
    expect(html).not.toContain('class="logo"');
  });

  it('numbers are never cut: one too long for its column is set smaller', () => {
    const deck = madeDeck();
    const table = deck.pages[1]?.kind === 'content' ? deck.pages[1].blocks[2] : undefined;
    if (table?.kind !== 'table') throw new Error('no table');
    const number = { text: '−123,456,789,012,345,678,901.0%', number: { value: 1, format: 'percent' as const, digits: 1 } };
    const narrow = { ...table, columns: table.columns.map((column, at) => ({ ...column, share: at === 0 ? 0.9 : 0.1 })), rows: [[{ text: 'x' }, number]] };
    const html = page({}, madeDeck({ pages: [{ kind: 'content', headline: 'H', explanation: 'E', source: 'S', notes: [], blocks: [narrow] }] }));
    expect(html).toMatch(/<span class="number" style="font-size:7pt">−123,456,789,012,345,678,901\.0%/);
    expect(page()).toContain('<span class="number" style="font-size:12pt">50.0%');
  });
});

describe('a drawn chart', () => {
  it('has bars as long as their values, from nought both ways, the unfinished one half opaque', () => {
    const [before, now, , below] = rects(chartPage(BARS));
    expect((now?.h ?? 0) / (before?.h ?? 1)).toBeCloseTo(3, 1);
    expect(below).toMatchObject({ half: true, fill: '#0B6477' });
    expect(below?.y).toBeCloseTo((before?.y ?? 0) + (before?.h ?? 0), 0);
    expect(now?.half).toBe(false);
  });

  it('only outlines the quarter before, which the unfinished month would pass for', () => {
    const html = chartPage({ ...BARS, series: [{ name: 'Quarter before', role: 'lastQuarter', values: [1, 2] }] });
    expect(html.match(/fill="#FFFFFF" stroke="#0B6477"/g)).toHaveLength(3);
    expect(chartPage({ ...BARS, mark: 'lines', series: [{ name: 'Quarter before', role: 'lastQuarter', values: [1, 2] }] })).not.toContain('#FFFFFF" stroke');
  });

  it('writes the numbers of the period itself only', () => {
    const html = chartPage(BARS);
    expect(html).toContain('>3.0</text>');
    expect(html).toContain('>−1.0</text>');
    expect(html).not.toContain('>2.0</text>');
    expect(html).toContain('role="img" aria-label="D"');
  });

  it('to the right stands beside its names, the first on top', () => {
    const html = chartPage({ ...BARS, direction: 'right', unfinishedAt: null });
    const [first, , third] = rects(html);
    expect(third?.y).toBeGreaterThan(first?.y ?? Infinity);
    expect(first?.w).toBeGreaterThan(0);
    expect(html.indexOf('>a</text>')).toBeGreaterThan(0);
  });

  it('of lines has a point for each value, and names as many moments as have room', () => {
    const categories = Array.from({ length: 60 }, (_, at) => `2026-${at}`);
    const html = chartPage({ ...BARS, mark: 'lines', categories, series: [{ name: 'Now', role: 'now', values: categories.map((_, at) => at) }] });
    expect(/<polyline points="([^"]+)"/.exec(html)?.[1]?.split(' ')).toHaveLength(60);
    expect(html.match(/>2026-\d+<\/text>/g)?.length).toBeLessThan(30);
  });

  it.each([[[0], [0, 0.2]], [[6.1, 5], [0, 2, 4, 6, 8]], [[-12, 31], [-20, -10, 0, 10, 20, 30, 40]], [[0.07], [0, 0.02, 0.04, 0.06, 0.08]], [[1e6], [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]]])('the steps of %j are round', (values, ticks) => {
    expect(axisTicks(values)).toEqual(ticks);
  });

  it('of nothing at all is drawn too', () => {
    const html = chartPage({ ...BARS, categories: [], series: [] });
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/NaN|Infinity/);
    expect(chartPage({ ...BARS, direction: 'right', series: [{ name: 'Now', role: 'now', values: [0, 0] }] })).not.toMatch(/NaN|Infinity/);
  });
});
