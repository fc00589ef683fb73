import { formatPercent } from '#shared/kernel/format-percent.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFigures } from './model.ts';

/** From here on one product alone carries the story. */
const DOMINANT = 0.4;

/** A product's name, or the words for order lines that name none. */
export function productName(name: string, { words }: DeckVoice): string {
  return name === '' ? words('deck.products.unnamed') : name;
}

/** Which products bring the revenue, in one sentence. */
export function findProducts(figures: ReviewFigures, voice: DeckVoice): string {
  const { products, productCount, current } = figures;
  const { words, language } = voice;
  const [first, second, third] = products;
  if (!first) return words('deck.finding.products.none');
  const name = productName(first.name, voice);
  if (productCount === 1) return words('deck.finding.products.only', { name });
  if (current.amount <= 0) return words('deck.finding.products.returned', { products: voice.count(productCount) });
  if (first.share >= DOMINANT || !second || !third || productCount <= 3) {
    return words('deck.finding.products.lead', { name, share: formatPercent(first.share, language), products: voice.count(productCount) });
  }
  const share = formatPercent(first.share + second.share + third.share, language);
  return words('deck.finding.products.topThree', { share, products: voice.count(productCount) });
}
