import type { ContentPage, Deck } from '#shared/domain/document/model.ts';
import type { ReviewCheck } from '#shared/domain/review/check-review.ts';
import type { ItemKind, SectionKind } from '#shared/domain/review/record.ts';
import type { ReviewNumber } from '#shared/domain/review/rows.ts';
import { daysBetween, type IsoDate } from '#shared/kernel/dates.ts';

/** Lines that are written on the page of a section. */
const LINES_OF: Partial<Record<SectionKind, readonly ItemKind[]>> = { agenda: ['agenda'], sought: ['sought'], risks: ['risk'], actions: ['decision', 'action'] };

export const linesOf = (section: SectionKind | null): readonly ItemKind[] => (section === null ? [] : (LINES_OF[section] ?? []));

/** Ids of the numbers that a page shows, each once, in reading order. */
export function refsOf(page: Deck['pages'][number] | undefined): string[] {
  if (page?.kind !== 'content') return [];
  const refs = page.blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.flat().map(({ ref }) => ref);
    return block.kind === 'figures' ? block.figures.map(({ ref }) => ref) : [];
  });
  return [...new Set(refs.filter((ref) => ref !== undefined))];
}

/** The numbers of a page: those it shows, and those of its section that stand in its sentences. */
export function numbersOn(page: Deck['pages'][number] | undefined, numbers: readonly ReviewNumber[]): ReviewNumber[] {
  if (page?.kind !== 'content') return [];
  const refs = refsOf(page);
  const shown = refs.flatMap((ref) => numbers.filter(({ id }) => id === ref));
  return [...shown, ...numbers.filter(({ id, section, value }) => section === page.section && value !== null && !refs.includes(id))];
}

/** Those of the review's own days: what they are compared with opens from the page. */
export const ownNumbers = (numbers: readonly ReviewNumber[], from: IsoDate): ReviewNumber[] => numbers.filter(({ window }) => window === null || window.from === from);

export const pageOfSection = (deck: Deck, section: SectionKind): number => deck.pages.findIndex((page) => page.kind === 'content' && page.section === section);

export const sectionOfPage = (page: Deck['pages'][number] | undefined): SectionKind | null => (page?.kind === 'content' ? ((page as ContentPage & { section?: SectionKind }).section ?? null) : null);

export interface CheckGroup {
  ahead: number;
  dueOn: string;
  /** Something is open and its day has come. */
  missing: boolean;
  checks: ReviewCheck[];
}

/** Checks by the day they are due, the earliest first; what is open stands before what is done. */
export function groupChecks(checks: readonly ReviewCheck[], today: IsoDate): CheckGroup[] {
  const days = [...new Set(checks.map(({ ahead }) => ahead))].toSorted((a, b) => b - a);
  return days.map((ahead) => {
    const group = checks.filter((check) => check.ahead === ahead).toSorted((a, b) => Number(a.state === 'done') - Number(b.state === 'done'));
    const dueOn = group[0]?.dueOn ?? today;
    return { ahead, dueOn, missing: dueOn <= today && group.some(({ state }) => state !== 'done'), checks: group };
  });
}

/** Days from today to the meeting; negative when it is over. */
export const daysTo = (heldOn: IsoDate, today: IsoDate): number => daysBetween(today, heldOn);
