import type PptxGenJS from 'pptxgenjs';
import type { DeckChart } from '#shared/domain/document/chart.ts';
import type { ContentPage, CoverPage, Deck } from '#shared/domain/document/model.ts';
import { cleanText } from './clean-text.ts';
import { COLOURS, PAGE, TYPE } from './deck-style.ts';
import { finishPptx } from './finish-pptx.ts';
import { titleLines } from './pptx-slide.ts';
import { writeContent } from './write-content.ts';
import { writeCover } from './write-cover.ts';

/**
 * The slide layout of a page: a real title, so that outline and screen readers find it, high enough for its lines,
 * and the page number, which follows when pages are moved.
 */
function layoutOf(page: CoverPage | ContentPage): PptxGenJS.SlideMasterProps {
  const cover = page.kind === 'cover';
  const text = cleanText(cover ? page.title : page.headline);
  const { size, y, line } = cover ? TYPE.coverTitle : TYPE.headline;
  const lines = titleLines(text, size);
  const title = `${cover ? 'Cover' : 'Finding'}${lines > 1 ? ', two lines' : ''}`;
  return {
    title,
    background: { color: COLOURS.page },
    objects: [{
      placeholder: {
        options: { name: 'headline', type: 'title', x: PAGE.side, y, w: PAGE.inner, h: lines * line, fontFace: TYPE.latin, fontSize: size, bold: true, color: COLOURS.text, align: 'left', valign: 'top', margin: 0 },
        text: '',
      },
    }],
    ...(!cover && {
      slideNumber: { x: PAGE.width - PAGE.side - 0.4, y: PAGE.footer, w: 0.4, h: 0.28, fontFace: TYPE.latin, fontSize: 11, color: COLOURS.text3, align: 'right', valign: 'middle', margin: 0 },
    }),
  };
}

/**
 * Writes a deck as PPTX, 16:9, with native charts and tables only. The writer is loaded when first needed.
 * @returns the file's bytes
 */
export async function writeDeck(deck: Deck): Promise<ArrayBuffer> {
  const { default: Writer } = await import('pptxgenjs');
  const pptx = new Writer();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = cleanText(deck.title);
  pptx.subject = cleanText(deck.title);
  pptx.author = cleanText(deck.author);
  pptx.company = 'Ballast';
  pptx.theme = { headFontFace: TYPE.latin, bodyFontFace: TYPE.latin };
  const lang = deck.language === 'en' ? 'en-US' : deck.language;
  const charts: DeckChart[] = [];
  const made = new Set<string>();
  for (const page of deck.pages) {
    const layout = layoutOf(page);
    if (!made.has(layout.title)) pptx.defineSlideMaster(layout);
    made.add(layout.title);
    const slide = pptx.addSlide({ masterName: layout.title });
    if (page.kind === 'cover') {
      writeCover(slide, page, lang);
    } else {
      writeContent(slide, page, lang, deck.account);
      charts.push(...page.blocks.filter((block) => block.kind === 'bars'));
    }
  }
  const raw = await pptx.write({ outputType: 'uint8array' });
  if (!(raw instanceof Uint8Array)) throw new Error('the PPTX writer gave no bytes');
  return finishPptx(raw, charts, lang);
}
