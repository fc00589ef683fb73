import type { ContentPage, CoverPage, Deck, DeckBlock } from '#shared/domain/document/model.ts';
import type { DeckCell, DeckTable } from '#shared/domain/document/table.ts';
import type { Theme } from '#shared/domain/document/theme.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { cleanText } from './clean-text.ts';
import { PAGE } from './deck-style.ts';
import { fitParagraphs } from './fit-paragraphs.ts';
import { htmlChart } from './html-chart.ts';
import { htmlStyle } from './html-style.ts';
import { at, html, textBox } from './html-text.ts';
import { linesNeeded } from './measure-text.ts';
import { contentLayout, coverLayout, numberSize, roomOf, rowHeight, TABLE, type Box } from './page-layout.ts';

/** Nothing is fetched and nothing runs, whatever a text says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const TITLE = 0.3;
const SAID = { size: 12, line: 0.26, around: 0.56 };

const cut = (text: string, lines: number): string => `<span class="cut" style="-webkit-line-clamp:${lines}">${html(text)}</span>`;

function htmlTable(table: DeckTable, theme: Theme, { w, h }: Box): string {
  const height = rowHeight(table, h).toFixed(3);
  const body = (cell: DeckCell, no: number): string => {
    if (!cell.number) return cut(cell.text, table.columns[no]?.lines ?? 1);
    const size = numberSize(cell.text, (table.columns[no]?.share ?? 1) * w - 2 * TABLE.side, theme, cell.tone === 'strong');
    return `<span class="number" style="font-size:${size}pt">${html(cell.text)}</span>`;
  };
  const right = (column: number): string => (table.columns[column]?.align === 'right' ? 'right' : '');
  const head = table.columns.map((column, no) => `<th scope="col" class="${right(no)}">${cut(column.title, 1)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr style="height:${height}in">${row.map((cell, no) => `<td class="${right(no)} ${cell.tone ?? 'plain'}">${body(cell, no)}</td>`).join('')}</tr>`).join('');
  return `<table aria-label="${html(table.description)}"><colgroup>${table.columns.map(({ share }) => `<col style="width:${(share * 100).toFixed(2)}%">`).join('')}</colgroup>`
    + `<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${table.more === null ? '' : `<div class="more">${html(table.more)}</div>`}`;
}

function inside(block: DeckBlock, theme: Theme, deck: Deck, area: Box): string {
  switch (block.kind) {
    case 'bars': return `<h2>${html(block.title)}</h2>${htmlChart(block, theme, deck.language, { w: area.w, h: area.h - TITLE })}`;
    case 'table': return htmlTable(block, theme, area);
    case 'text': {
      const [list, item] = block.list ? ['ul', 'li'] : ['div', 'p'];
      return `${block.heading === null ? '' : `<h2>${html(block.heading)}</h2>`}<${list}>${fitParagraphs(block, area, theme).map((text) => `<${item}>${html(text)}</${item}>`).join('')}</${list}>`;
    }
    case 'figures': return block.figures.slice(0, 4).map(({ label, value, comparison, tone }) => `<div class="figure"><div class="quiet">${html(label)}</div><b>${html(value)}</b><div class="${tone}">${html(comparison ?? '')}</div></div>`).join('');
    case 'notice': return html(block.text);
    default: return assertNever(block);
  }
}

const BLOCK_CLASSES: Partial<Record<DeckBlock['kind'], string>> = { text: ' words', figures: ' figures', notice: ' notice' };

const logo = (box: Box | null): string => (box ? `<div class="logo" style="${at(box)}"></div>` : '');

function cover(page: CoverPage, theme: Theme): string {
  const places = coverLayout(page, theme);
  return [
    '<div class="band" style="height:0.14in"></div>', logo(places.logo), `<div class="box label" style="${at(places.label)}"></div>`,
    textBox(page.subtitle, places.subtitle, 'subtitle middle'), `<h1>${textBox(page.title, places.title, 'title', 2)}</h1>`,
    page.alias ? textBox(page.alias, places.alias, 'alias') : '', textBox(page.period, places.period, 'period'),
    ...places.summary.map(({ finding, y, text, page: number }, no) => `<div class="line${no === 0 ? ' first' : ''}" style="top:${y.toFixed(3)}in"></div>${textBox(finding.text, text, 'finding middle')}${textBox(String(finding.page), number, 'of middle end')}`),
    textBox(page.prepared, places.prepared, 'foot middle'), theme.company === '' ? '' : textBox(theme.company, places.company, 'foot middle end'),
  ].join('');
}

function content(page: ContentPage, no: number, theme: Theme, deck: Deck): string {
  const places = contentLayout(page, theme);
  return [
    '<div class="band" style="height:0.07in"></div>', `<h1>${textBox(page.headline, places.headline, 'headline', 2)}</h1>`, textBox(page.explanation, places.explanation, 'explanation', 2),
    ...places.blocks.map(({ block, area }) => `<div class="block${BLOCK_CLASSES[block.kind] ?? ''}" style="${at(area)}">${inside(block, theme, deck, area)}</div>`),
    ...places.notes.map(({ text, box }) => textBox(text, box, 'note')),
    logo(places.logo), textBox(page.source, places.source, 'foot middle'), textBox(deck.account, places.account, 'foot middle end'), textBox(String(no), places.number, 'foot middle end'),
  ].join('');
}

/** What is said to a page stands under it: the page is higher by its lines, and nothing of it is cut. */
function said(page: CoverPage | ContentPage, theme: Theme): { lines: string[]; height: number } {
  const lines = page.kind === 'cover' ? [] : (page.commentary ?? '').split('\n').map(cleanText).filter((line) => line !== '');
  const count = lines.reduce((sum, line) => sum + linesNeeded(line, roomOf(PAGE.inner, theme), SAID.size), 0);
  return { lines, height: lines.length === 0 ? 0 : count * SAID.line + SAID.around };
}

/** A document as one HTML page for printing: 16:9 pages with nothing outside them, which neither load nor run anything. */
export function writeHtml(deck: Deck, theme: Theme): string {
  const extra: string[] = [];
  const pages = deck.pages.map((page, no) => {
    const { lines, height } = said(page, theme);
    const body = page.kind === 'cover' ? cover(page, theme) : content(page, no + 1, theme, deck);
    if (lines.length === 0) return `<section class="page">${body}</section>`;
    const whole = PAGE.height + height;
    extra.push(`@page said${no} { size: ${PAGE.width}in ${whole.toFixed(2)}in } .said${no} { page: said${no}; height: ${(whole - 0.01).toFixed(2)}in }`);
    return `<section class="page said${no}">${body}<div class="said">${lines.map((line) => `<p>${html(line)}</p>`).join('')}</div></section>`;
  });
  return `<!doctype html><html lang="${deck.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${html(deck.title)}</title>`
    + `<style>${htmlStyle(theme)}${extra.join('\n')}</style></head><body>${pages.join('')}</body></html>`;
}
