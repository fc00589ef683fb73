import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import type { DeckChart } from './chart.ts';
import type { DeckTable } from './table.ts';

export interface CoverPage {
  kind: 'cover';
  title: string;
  alias: string | null;
  subtitle: string;
  period: string;
  prepared: string;
  /** The headlines of the pages that follow, with their page numbers. */
  summary: { page: number; text: string }[];
}

export interface ContentPage {
  kind: 'content';
  /** A finding, not a topic. */
  headline: string;
  explanation: string;
  /** Side by side, in this order; a notice stands where there is nothing to show, and says why. */
  blocks: (DeckChart | DeckTable | { kind: 'notice'; text: string })[];
  notes: string[];
  source: string;
}

/** A document as plain pages, without any layout; `version` rises when old decks could be misread. */
export interface Deck {
  version: 1;
  language: FormatLanguage;
  title: string;
  account: string;
  author: string;
  pages: (CoverPage | ContentPage)[];
}
