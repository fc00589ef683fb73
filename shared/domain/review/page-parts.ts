import type { ContentPage, DeckText } from '#shared/domain/document/model.ts';
import type { DeckCell, DeckTable } from '#shared/domain/document/table.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFacts } from './facts.ts';
import type { ItemKind } from './record.ts';

/** A page of a section without any block yet. */
export const pageOf = (page: Partial<ContentPage> & Pick<ContentPage, 'headline' | 'explanation' | 'source'>): ContentPage => ({ kind: 'content', blocks: [], notes: [], ...page });

export const listOf = (paragraphs: string[], heading: string | null = null): DeckText => ({ kind: 'text', heading, list: true, paragraphs });

export const textsOf = ({ items }: ReviewFacts, kind: ItemKind): string[] => items.filter((item) => item.kind === kind).map(({ text }) => text);

/** Columns by title and part of the width, all to the left. */
export const columnsOf = (voice: DeckVoice, columns: [key: string, share: number][]): DeckTable['columns'] =>
  columns.map(([key, share]) => ({ title: voice.words(`deck.${key}`), align: 'left', share, lines: 1 }));

export const quiet = (text: string): DeckCell => ({ text, tone: 'quiet' });

/** The first rows of a table, and in words how many more there are. */
export function cutRows<T>(rows: readonly T[], room: number, voice: DeckVoice): { shown: T[]; more: string | null } {
  const rest = rows.length - room;
  return { shown: rows.slice(0, room), more: rest > 0 ? voice.words('deck.more', { count: rest }) : null };
}
