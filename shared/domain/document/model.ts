import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import type { DeckChart } from './chart.ts';
import type { DeckSheet } from './sheet.ts';
import type { DeckCell, DeckTable } from './table.ts';

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

/** Words of a page: paragraphs, or points of a list. */
export interface DeckText {
  kind: 'text';
  heading: string | null;
  list: boolean;
  paragraphs: string[];
}

/** Up to four figures that are read from afar. */
export interface DeckFigures {
  kind: 'figures';
  /** `ref` is the id of the number that a figure shows, by which its rows are opened. */
  figures: { label: string; value: string; comparison: string | null; tone: NonNullable<DeckCell['tone']>; number?: DeckCell['number']; ref?: string }[];
}

export type DeckBlock = DeckChart | DeckTable | DeckText | DeckFigures | { kind: 'notice'; text: string };

export interface ContentPage {
  kind: 'content';
  /** The part of the document that it belongs to, for whoever puts pages together. */
  section?: string;
  /** What it is about in a word or two; its headline when absent. */
  topic?: string;
  /** For us only: seen while it is prepared, never shown to the customer nor written to a file. */
  internal?: true;
  /** Nothing stands on it yet but how to fill it: left out like what is for us only. */
  open?: true;
  /** A finding, not a topic. */
  headline: string;
  explanation: string;
  /** One or two side by side, in this order; a notice stands where there is nothing to show, and says why. */
  blocks: DeckBlock[];
  notes: string[];
  /** Notes for us only. */
  internalNotes?: string[];
  /** What the presenter says to it: speaker notes of a slide, a text under a printed page. */
  commentary?: string;
  source: string;
}

/** A document as plain pages, without any layout; `version` rises when old ones could be misread. */
export interface Deck {
  version: 1;
  language: FormatLanguage;
  title: string;
  account: string;
  author: string;
  pages: (CoverPage | ContentPage)[];
  /** Rows that stand behind the pages; only a workbook carries them. */
  sheets?: DeckSheet[];
}
