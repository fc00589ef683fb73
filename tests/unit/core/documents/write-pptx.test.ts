import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDeckMaker } from '#core/documents/make-deck.ts';
import { linesNeeded } from '#core/documents/measure-text.ts';
import { writePptx } from '#core/documents/write-pptx.ts';
import { PLAIN_LOOK, type Look } from '#shared/domain/document/look.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import type { ReviewFigures } from '#shared/domain/review/model.ts';
import { madeDeck } from '#tests/builders/made-deck.ts';
import { noPrinter } from '#tests/builders/no-printer.ts';
import { madePng } from '#tests/builders/pictures.ts';
import { pptxParts, type PptxParts } from '#tests/builders/pptx-parts.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';
import { reviewFigures } from '#tests/builders/review-figures.ts';

const makeDeck = createDeckMaker({ paths: { dataDir: '', resourcesDir }, pdf: noPrinter }, () => PLAIN_LOOK);
const deckOf = async (figures: ReviewFigures, language: 'en' | 'zh-CN' = 'en'): Promise<PptxParts> => pptxParts(await (await makeDeck(figures, language, 'pptx')).arrayBuffer());
const parts = (deck: PptxParts, pattern: RegExp): string[] => deck.paths.filter((path) => pattern.test(path)).toSorted();

describe('a written deck', () => {
  let english: PptxParts;
  let chinese: PptxParts;
  beforeAll(async () => {
    [english, chinese] = await Promise.all([deckOf(reviewFigures()), deckOf(reviewFigures(), 'zh-CN')]);
  });

  test('is a file named for account and period', async () => {
    const file = await makeDeck(reviewFigures(), 'zh-CN', 'pptx');
    expect(file.name).toBe('恒岳重工集团 2026-Q4.pptx');
    expect(file.type).toBe('application/vnd.openxmlformats-officedocument.presentationml.presentation');
    expect(file.size).toBeLessThan(150_000);
  });

  test('has five pages, two native charts with their workbooks, and no picture', () => {
    for (const deck of [english, chinese]) {
      expect(parts(deck, /^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(5);
      expect(parts(deck, /^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(2);
      expect(parts(deck, /^ppt\/embeddings\/.*\.xlsx$/)).toHaveLength(2);
      expect(parts(deck, /media|\.(png|jpe?g|svg|emf|gif)$/)).toEqual([]);
    }
  });

  test('is 16:9', async () => {
    expect(await english.read('ppt/presentation.xml')).toContain('<p:sldSz cx="12192000" cy="6858000"/>');
  });

  test('lists only parts that are there, and every shape of a slide once', async () => {
    const listed = [...(await english.read('[Content_Types].xml')).matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]);
    expect(listed.filter((path) => !english.paths.includes(path ?? ''))).toEqual([]);
    for (let slide = 1; slide <= 5; slide++) {
      const ids = [...(await english.read(`ppt/slides/slide${slide}.xml`)).matchAll(/<p:cNvPr id="(\d+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('headlines are titles', async () => {
    for (let slide = 1; slide <= 5; slide++) expect(await english.read(`ppt/slides/slide${slide}.xml`)).toMatch(/<p:ph[^>]*type="title"/);
    expect((await english.slideTexts(2))[0]).toBe('Revenue is 12.0% above last year and 20.0% below last quarter');
    expect((await chinese.slideTexts(2))[0]).toBe('收入同比增长 12.0%，环比下降 20.0%');
  });

  test('charts and their workbooks hold the figures', async () => {
    const figures = reviewFigures();
    const series = await english.series(1);
    expect(series.map(({ name }) => name)).toEqual(['Last year', 'Last quarter (Jul–Aug)', 'This quarter']);
    expect(series[2]?.categories).toEqual(['Oct', 'Nov, to 23']);
    for (const [at, key] of (['lastYear', 'lastQuarter', 'amount'] as const).entries()) {
      expect(series[at]?.values.map((value) => Math.round(value * 1e10))).toEqual(figures.months.map((month) => month[key]));
    }
    expect(await english.workbook(1)).toMatchObject({ B1: 'Last year', D1: 'This quarter', A2: 'Oct', A3: 'Nov, to 23', B2: '4', C3: '5', D2: '6.1' });
    const products = await chinese.series(2);
    expect(products.map(({ values }) => values)).toEqual([[420, 300], [300, 0]]);
    expect(products[0]?.categories).toEqual(['炉线改造', 'Sensor VX-200']);
    // A zero is a zero when the chart is opened for editing, not an empty cell.
    expect(await chinese.workbook(2)).toMatchObject({ A2: '炉线改造', B2: '420', C2: '300', C3: '0' });
  });

  test('only the period’s own bars carry numbers; its unfinished month is half opaque', async () => {
    const [lastYear = '', lastQuarter = '', now = ''] = [...(await english.chart(1)).matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([xml]) => xml);
    expect([lastYear, lastQuarter, now].map((xml) => xml.includes('<c:showVal val="1"/>'))).toEqual([false, false, true]);
    expect([lastYear, lastQuarter].some((xml) => xml.includes('<c:dPt>'))).toBe(false);
    expect(now).toMatch(/<c:dPt><c:idx val="1"\/>.*<a:srgbClr val="0B6477"><a:alpha val="50000"\/><\/a:srgbClr>.*<\/c:dPt><c:dLbls>/s);
    // Filled, the quarter before would pass for that month.
    expect(lastQuarter).toContain('<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="15875"><a:solidFill><a:srgbClr val="0B6477"/></a:solidFill></a:ln>');
    expect(lastYear).not.toContain('<a:ln');
    const ended = await deckOf(reviewFigures({ unfinished: false }));
    expect(await ended.chart(1)).not.toContain('<c:dPt>');
  });

  test('charts say nothing that a bar chart’s schema does not know', async () => {
    for (const no of [1, 2]) {
      const xml = await english.chart(no);
      expect(xml).not.toContain('showLeaderLines');
      expect(/<c:gapWidth.*?<\/c:barChart>/s.exec(xml)?.[0].match(/<c:axId /g)).toHaveLength(2);
      expect(xml).toContain('<c:roundedCorners val="0"/>');
    }
    expect(await english.chart(2)).toMatch(/<c:catAx>.*?<c:orientation val="maxMin"\/>.*?<\/c:catAx>/s);
  });

  test('bars start at nought, and go below it for returns', async () => {
    expect(await english.chart(1)).toContain('<c:min val="0"/>');
    const months = reviewFigures().months.map((month) => ({ ...month, amount: -month.amount }));
    expect(await (await deckOf(reviewFigures({ months }))).chart(1)).not.toContain('<c:min val');
  });

  test('Chinese characters have a Chinese face everywhere, in both languages', async () => {
    for (const deck of [english, chinese]) {
      for (const path of parts(deck, /^ppt\/(slides|charts)\/[^/]+\.xml$/)) {
        const xml = await deck.read(path);
        const latin = xml.match(/<a:latin /g)?.length ?? 0;
        expect(latin).toBeGreaterThan(0);
        expect(xml.match(/<a:ea typeface="Microsoft YaHei"\/>/g)).toHaveLength(latin);
      }
      expect(await deck.read('ppt/theme/theme1.xml')).not.toContain('<a:ea typeface=""/>');
    }
    expect(await chinese.read('ppt/slides/slide2.xml')).toContain('<a:rPr lang="zh-CN"');
    expect(await english.read('ppt/slides/slide2.xml')).toContain('<a:rPr lang="en-US"');
  });

  test('tables are native, with a header row and their words', async () => {
    expect(await chinese.read('ppt/slides/slide5.xml')).toContain('<a:tblPr firstRow="1"/>');
    expect(await chinese.tableRows(5)).toEqual([
      ['下一步', '负责人', '期限', '状态'],
      ['致电苏敏', 'Lin Xiaotong', '11月21日', '逾期 2 天'],
      ['Send the offer', '未指定', '12月3日', '按期'],
      ['Visit', '高原', '–', '未定日期'],
    ]);
    expect((await english.tableRows(2))[1]).toEqual(['Revenue, ¥M', '8.4', '10.5', '−20.0%', '7.5', '+12.0%']);
  });

  test('the foot of each page names source, account and page', async () => {
    expect((await english.slideTexts(2)).slice(-3)).toEqual(['Source: 12 order lines, as of 23 Nov 2026', '恒岳重工集团', '2']);
    expect((await chinese.slideTexts(5)).slice(-3)).toEqual(['来源：3 项待完成的下一步，截至 2026年11月23日', '恒岳重工集团', '5']);
    expect(await english.read('ppt/slides/slide3.xml')).toContain('type="slidenum"');
  });

  test('speaks of nobody but the account and who prepared it', async () => {
    const core = await english.read('docProps/core.xml');
    expect(core).toContain('<dc:title>恒岳重工集团, business review Q4 2026</dc:title>');
    expect(core).toContain('<dc:creator>Lin Xiaotong</dc:creator>');
  });
});

describe('imported text in a deck', () => {
  const nasty = 'A & B <i>"x"</i> \u0000\u001b\ud800 =cmd|\'/c calc\'!A1 ]]> \u202e';

  test('is data: escaped, without what XML forbids', async () => {
    const deck = await deckOf(reviewFigures({
      account: { id: 'a', name: nasty, alias: nasty },
      preparedBy: nasty,
      products: [{ name: nasty, amount: 10_000, lastYear: 0, share: 1, lines: 1, linesBefore: 0 }, { name: `${nasty} 2`, amount: 0, lastYear: 0, share: 0, lines: 1, linesBefore: 0 }],
      interactions: [{ at: 0, date: '2026-11-20', kind: 'meeting', summary: nasty, decisions: nasty, people: [nasty] }],
      nextSteps: [{ title: nasty, owner: nasty, dueOn: null, late: false }],
    }));
    for (const path of parts(deck, /\.(xml|rels)$/)) {
      const xml = await deck.read(path);
      expect(xml.replaceAll(/[\t\r\n]/g, ''), path).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
      expect(xml.isWellFormed(), path).toBe(true);
      expect(xml, path).not.toMatch(/<i>|&(?!(amp|lt|gt|quot|apos|#\d+);)/);
    }
    expect((await deck.tableRows(4))[1]?.[2]).toMatch(/^A & B <i>"x"<\/i>/);
    expect((await deck.series(2))[0]?.categories[0]).toMatch(/^A & B <i>/);
    expect((await deck.workbook(2))['A2']).toMatch(/^A & B <i>/);
  });

  test('is cut to its box: no table grows past its page', async () => {
    const long = 'Ein sehr langer Satz über Liefertermine und Mengen, '.repeat(12);
    const chinese = '停机窗口由设备管理部确认，最迟本周五，'.repeat(20);
    const figures = reviewFigures({
      account: { id: 'a', name: long, alias: chinese },
      interactions: Array.from({ length: 12 }, (_, at) => ({ at, date: '2025-11-20', kind: 'meeting', summary: at % 2 ? long : chinese, decisions: at % 2 ? chinese : long, people: [long, chinese] })),
      interactionCount: 99,
      nextSteps: Array.from({ length: 20 }, (_, at) => ({ title: at % 2 ? long : chinese, owner: long, dueOn: '2025-11-20', late: true })),
      nextStepCount: 99,
      products: Array.from({ length: 8 }, (_, at) => ({ name: at % 2 ? long : chinese, amount: 1e12, lastYear: 1e12, share: 0.1, lines: 1, linesBefore: 1 })),
      productCount: 99,
    });
    for (const language of ['en', 'zh-CN'] as const) {
      const deck = await deckOf(figures, language);
      for (let slide = 1; slide <= 5; slide++) {
        const xml = await deck.read(`ppt/slides/slide${slide}.xml`);
        for (const [, y = '', , cy = ''] of xml.matchAll(/<a:off x="\d+" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/g)) expect(Number(y) + Number(cy)).toBeLessThanOrEqual(6_858_000);
        const top = Number(/y="(\d+)"[^y]*$/.exec(xml.split('<a:tbl>')[0] ?? '')?.[1] ?? 0);
        const rows = [...xml.matchAll(/<a:tr h="(\d+)"/g)].map((match) => Number(match[1]));
        expect(top + rows.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(6.8 * 914_400);
        const widths = [...xml.matchAll(/<a:gridCol w="(\d+)"/g)].map((match) => Number(match[1]) / 914_400);
        for (const [at, row] of (await deck.tableRows(slide)).entries()) {
          for (const [column, text] of row.entries()) expect(linesNeeded(text, widths[column] ?? 0, 12), text).toBeLessThanOrEqual(at > 0 && slide === 4 ? 2 : 1);
        }
      }
    }
  });
});

test('a deck without any data still has its five pages, each saying what is missing', async () => {
  const none = { amount: 0, margin: null, orders: 0, lines: 0 };
  const deck = await deckOf(reviewFigures({
    current: none, lastQuarter: none, lastYear: none, latestOrderOn: null, months: [], products: [], productCount: 0,
    interactions: [], interactionCount: 0, decisionCount: 0, peopleCount: 0, nextSteps: [], nextStepCount: 0, lateCount: 0,
  }));
  expect(parts(deck, /^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(5);
  expect(parts(deck, /^ppt\/charts\/chart/)).toEqual([]);
  expect(await deck.slideTexts(2)).toContain('This account has no orders in the currency of the book yet. Import its orders, then prepare the review again.');
  for (const [slide, missing] of [[3, /no products/], [4, /was logged in this quarter/], [5, /No next step is open/]] as const) {
    expect((await deck.slideTexts(slide)).some((text) => missing.test(text))).toBe(true);
  }
});

describe('a document with a look', () => {
  const logo = { type: 'png' as const, width: 60, height: 20, data: madePng(60, 20).toString('base64') };
  const look: Look = { company: 'Acme <&> Co', accent: '#F2C200', latin: 'Georgia', chinese: 'KaiTi', logo };
  let deck: PptxParts;
  beforeAll(async () => { deck = await pptxParts(await writePptx(madeDeck({ language: 'zh-CN' }), themeOf(look))); });

  test('wears its faces, its colour made safe, and no other', async () => {
    const theme = themeOf(look);
    for (const path of parts(deck, /^ppt\/(slides|charts|slideLayouts)\/[^/]+\.xml$/)) {
      const xml = await deck.read(path);
      expect(xml, path).not.toMatch(/typeface="(Arial|Microsoft YaHei)"/);
      expect(xml, path).not.toContain('0B6477');
    }
    expect(await deck.read('ppt/slides/slide1.xml')).toContain(theme.accent.slice(1));
    expect(await deck.read('ppt/slides/slide1.xml')).toMatch(/<a:srgbClr val="000000"\/>.*Business review Q4 2026/s);
    expect(await deck.chart(1)).toContain(theme.accent.slice(1));
    expect(await deck.slideTexts(1)).toContain('Acme <&> Co');
    expect(await deck.read('docProps/app.xml')).toContain('<Company>Acme &lt;&amp;&gt; Co</Company>');
  });

  test('carries its logo in the layouts, whole and in its proportions', async () => {
    const layouts = await Promise.all(parts(deck, /^ppt\/slideLayouts\/slideLayout\d+\.xml$/).map((path) => deck.read(path)));
    const frames = layouts.flatMap((xml) => [...xml.matchAll(/<p:pic>.*?<a:ext cx="(\d+)" cy="(\d+)"\/>.*?<\/p:pic>/gs)].map(([, w, h]) => Number(w) / Number(h)));
    expect(frames).toHaveLength(2);
    for (const ratio of frames) expect(ratio).toBeCloseTo(3, 1);
    expect(parts(deck, /^ppt\/media\//).length).toBeGreaterThan(0);
  });

  test('every relation leads to a part that is there', async () => {
    for (const rels of parts(deck, /\.rels$/)) {
      const base = rels.replace(/_rels\/[^/]+$/, '');
      for (const [, target = '', mode] of (await deck.read(rels)).matchAll(/Target="([^"]+)"(?: TargetMode="(\w+)")?/g)) {
        const path = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(base, target));
        if (mode !== 'External') expect(deck.paths, `${rels} → ${target}`).toContain(path);
      }
    }
  });

  test('what is said to a page stands in its notes, each line by itself', async () => {
    const notes = await deck.read('ppt/notesSlides/notesSlide2.xml');
    expect(notes).toContain('<a:t>Begin with &lt;the trial&gt;.</a:t></a:r><a:br/><a:r><a:rPr lang="zh-CN" dirty="0"/><a:t>再谈扩展。</a:t>');
    expect(await deck.read('ppt/notesSlides/notesSlide3.xml')).not.toContain('trial');
  });

  test('draws lines as lines, and writes figures and words', async () => {
    const chart = await deck.chart(1);
    expect(chart).toContain('<c:lineChart>');
    expect(chart).not.toContain('<c:dPt>');
    expect(/<c:lineChart>.*<\/c:lineChart>/s.exec(chart)?.[0].match(/<c:axId /g)).toHaveLength(2);
    expect(await deck.slideTexts(2)).toEqual(expect.arrayContaining(['Revenue', '¥8.4M', '+12.0%', 'none']));
    expect(await deck.slideTexts(3)).toEqual(expect.arrayContaining(['Agreed', '先在二号炉线验证', 'Nothing else was agreed.']));
    expect(await deck.read('ppt/slides/slide3.xml')).toMatch(/<a:buSzPct|<a:buChar/);
  });

  test('words that have no room are left out, not run over', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, n) => `Point ${n}`);
    const long = await pptxParts(await writePptx(madeDeck({ pages: [{ kind: 'content', headline: 'H', explanation: 'E', source: 'S', notes: [], blocks: [{ kind: 'text', heading: null, list: false, paragraphs }] }] }), themeOf(look)));
    const texts = (await long.slideTexts(1)).filter((text) => text.startsWith('Point'));
    expect(texts.length).toBeGreaterThan(8);
    expect(texts.length).toBeLessThan(16);
  });
});
