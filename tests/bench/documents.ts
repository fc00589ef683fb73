import { wordsFor } from '#core/documents/words.ts';
import { writePptx } from '#core/documents/write-pptx.ts';
import { readReviewFigures } from '#core/features/reviews/repository.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import type { ContentPage, Deck } from '#shared/domain/document/model.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { buildDeck } from '#shared/domain/review/build-deck.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { resourcesDir, testBook } from '#tests/builders/test-book.ts';
import { compare, type Figure } from './compare.ts';

const PAGES = 15;
const PERIOD = { year: 2026, quarter: 4 };

/** The same slides by the writer alone: as many charts and tables, nothing measured, nothing put right. */
async function bareDeck(deck: Deck): Promise<void> {
  const { default: Writer } = await import('pptxgenjs');
  const pptx = new Writer();
  pptx.layout = 'LAYOUT_WIDE';
  for (const page of deck.pages) {
    const slide = pptx.addSlide();
    slide.addText(page.kind === 'cover' ? page.title : page.headline, { x: 0.5, y: 0.4, w: 12, h: 0.5 });
    if (page.kind === 'cover') continue;
    for (const block of page.blocks) {
      if (block.kind === 'bars') slide.addChart('bar', block.series.map(({ name, values }) => ({ name, labels: block.categories, values })), { x: 0.5, y: 1.5, w: 5, h: 5 });
      if (block.kind === 'table') slide.addTable(block.rows.map((row) => row.map(({ text }) => ({ text }))), { x: 6, y: 1.5, w: 6 });
    }
  }
  await pptx.write({ outputType: 'uint8array' });
}

/** A review's pages, again and again until there are 15 with 30 charts. */
function longDeck(deck: Deck): Deck {
  const content = deck.pages.filter((page): page is ContentPage => page.kind === 'content' && page.blocks.some((block) => block.kind === 'bars'));
  const charts = content.flatMap((page) => page.blocks.filter((block) => block.kind === 'bars'));
  const made = Array.from({ length: PAGES }, (_, at): ContentPage => ({ ...(content[at % content.length] as ContentPage), blocks: [0, 1].map((no) => charts[(at + no) % charts.length]).filter((block) => block !== undefined) }));
  return { ...deck, pages: made };
}

/** A review of one account with many orders, its figures read and 15 slides with 30 charts written, beside the writer alone. */
export async function documentFigures(orders: number, rounds: number): Promise<Figure[]> {
  const t = testBook();
  try {
    let account = '';
    t.book.write({ kind: 'user', verb: 'account.create', params: {} }, () => {
      const filler = new BookFiller(t.book.db);
      account = filler.account('恒岳重工集团');
      for (let no = 0; no < orders; no += 1) filler.order(account, { on: addDays('2025-01-01', no % 690), lines: [{ product: `Product ${no % 40}`, price: 1_000_000 + no, quantity: 20_000, discount: 0 }] });
    });
    const read = () => t.book.read(() => readReviewFigures(t.book.db, account, PERIOD, t.clock.now()));
    const long = longDeck(buildDeck(read(), 'en', wordsFor(resourcesDir, 'en')));
    const theme = themeOf(PLAIN_LOOK);
    return [
      await compare({
        name: `review of ${orders.toLocaleString('en')} orders to 15 slides, 30 charts`, budget: 4, rounds,
        ours: async () => {
          read();
          await writePptx(long, theme);
        },
        limit: () => bareDeck(long),
      }),
    ];
  } finally {
    t.dispose();
  }
}
