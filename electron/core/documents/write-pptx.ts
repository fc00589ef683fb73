import type PptxGenJS from 'pptxgenjs';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import type { ContentPage, CoverPage, Deck } from '#shared/domain/document/model.ts';
import type { Theme } from '#shared/domain/document/theme.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS, PAGE, TYPE } from './deck-style.ts';
import { finishPptx } from './finish-pptx.ts';
import { logoBox } from './logo-box.ts';
import { titleLines } from './page-layout.ts';
import { bare, type Ink } from './pptx-slide.ts';
import { writeContent } from './write-content.ts';
import { writeCover } from './write-cover.ts';

/**
 * The slide layout of a page: a real title, so that outline and screen readers find it, high enough for its lines,
 * and the page number, which follows when pages are moved.
 */
function layoutOf(page: CoverPage | ContentPage, theme: Theme): PptxGenJS.SlideMasterProps {
  const cover = page.kind === 'cover';
  const { size, y, line } = cover ? TYPE.coverTitle : TYPE.headline;
  const lines = titleLines(cover ? page.title : page.headline, size, theme);
  const logo = logoBox(theme, cover ? 'cover' : 'page');
  const title = `${cover ? 'Cover' : 'Finding'}${lines > 1 ? ', two lines' : ''}`;
  return {
    title,
    background: { color: COLOURS.page },
    objects: [
      { rect: { x: 0, y: 0, w: PAGE.width, h: cover ? 0.14 : 0.07, fill: { color: bare(theme.accent) } } },
      ...(logo && theme.logo ? [{ image: { ...logo, data: `image/${theme.logo.type};base64,${theme.logo.data}` } }] : []),
      { placeholder: {
        options: { name: 'headline', type: 'title', x: PAGE.side, y, w: PAGE.inner, h: lines * line, fontFace: theme.latin, fontSize: size, bold: true, color: COLOURS.text, align: 'left', valign: 'top', margin: 0 },
        text: '',
      } },
    ],
    ...(!cover && {
      slideNumber: { x: PAGE.width - PAGE.side - 0.4, y: PAGE.footer, w: 0.4, h: 0.28, fontFace: theme.latin, fontSize: 11, color: COLOURS.text3, align: 'right', valign: 'middle', margin: 0 },
    }),
  };
}

/**
 * Writes a deck as PPTX, 16:9, with native charts and tables. The writer is loaded when first needed.
 * @returns the file's bytes
 */
export async function writePptx(deck: Deck, theme: Theme): Promise<ArrayBuffer> {
  const { default: Writer } = await import('pptxgenjs');
  const pptx = new Writer();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = cleanText(deck.title);
  pptx.subject = cleanText(deck.title);
  pptx.author = cleanText(deck.author);
  // The writer escapes every other text, but not this one.
  pptx.company = (cleanText(theme.company) || 'Ballast').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  pptx.theme = { headFontFace: theme.latin, bodyFontFace: theme.latin };
  const ink: Ink = { lang: deck.language === 'en' ? 'en-US' : deck.language, theme };
  const charts: DeckChart[] = [];
  const made = new Set<string>();
  for (const page of deck.pages) {
    const layout = layoutOf(page, theme);
    if (!made.has(layout.title)) pptx.defineSlideMaster(layout);
    made.add(layout.title);
    const slide = pptx.addSlide({ masterName: layout.title });
    if (page.kind === 'cover') {
      writeCover(slide, page, ink);
    } else {
      writeContent(slide, page, ink, deck.account);
      charts.push(...page.blocks.filter((block) => block.kind === 'bars'));
    }
  }
  const raw = await pptx.write({ outputType: 'uint8array' });
  if (!(raw instanceof Uint8Array)) throw new Error('the PPTX writer gave no bytes');
  return finishPptx(raw, charts, ink);
}
