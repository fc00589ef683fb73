import { z } from 'zod';
import { addDays } from '#shared/kernel/dates.ts';
import type { ReviewFacts } from './facts.ts';
import { missingRoles, peopleOf } from './people-groups.ts';
import { sectionKinds, type ItemKind, type SectionKind } from './record.ts';

const stateSchema = z.enum(['done', 'half', 'empty']);
export type CheckState = z.infer<typeof stateSchema>;

/** Where a check is put right. */
const goalSchema = z.enum(['section', 'commentary', 'people', 'participants', 'details', 'log']);

export const reviewCheckSchema = z.object({
  id: z.string(),
  section: z.enum(sectionKinds).nullable(),
  state: stateSchema,
  /** Days before the meeting by which it should be done, and the day that this is. */
  ahead: z.number().int(),
  dueOn: z.string(),
  goal: goalSchema,
  count: z.number().int(),
  names: z.array(z.string()),
});
export type ReviewCheck = z.infer<typeof reviewCheckSchema>;

export const readinessSchema = z.object({
  checks: z.array(reviewCheckSchema),
  sections: z.record(z.string(), stateSchema),
  /** 0 … 100: what is done counts whole, what is half done half. */
  percent: z.number().int(),
});
export type Readiness = z.infer<typeof readinessSchema>;

type Found = Pick<ReviewCheck, 'state'> & Partial<Pick<ReviewCheck, 'count' | 'names'>>;

interface Rule {
  id: string;
  section: SectionKind | null;
  ahead: 10 | 5 | 2;
  goal: ReviewCheck['goal'];
  /** Null where there is nothing to say. */
  find: (facts: ReviewFacts) => Found | null;
}

const countOf = ({ items }: ReviewFacts, wanted: ItemKind): number => items.filter(({ kind }) => kind === wanted).length;
const listed = (count: number): Found => ({ state: count > 0 ? 'done' : 'empty', count });
const saidOf = ({ sections }: ReviewFacts, wanted: SectionKind): string => sections.find(({ kind }) => kind === wanted)?.commentary.trim() ?? '';

/** What a review needs, the earliest first; each belongs to the section that it is seen on. */
const RULES: readonly Rule[] = [
  { id: 'results', section: 'results', ahead: 10, goal: 'section', find: ({ figures }) => (figures.current.lines === 0 ? { state: 'empty' } : { state: figures.current.margin === null ? 'half' : 'done', count: figures.current.lines }) },
  { id: 'products', section: 'products', ahead: 10, goal: 'section', find: ({ figures }) => listed(figures.productCount) },
  {
    id: 'risks', section: 'risks', ahead: 10, goal: 'section',
    find: (facts) => {
      const named = countOf(facts, 'risk');
      return named > 0 ? listed(named) : { state: 'empty', count: facts.figures.lateCount + peopleOf(facts.people, 'quiet', facts.figures.today).length };
    },
  },
  { id: 'sought', section: 'sought', ahead: 10, goal: 'section', find: (facts) => listed(countOf(facts, 'sought')) },
  { id: 'service', section: 'service', ahead: 5, goal: 'log', find: ({ figures }) => ({ state: figures.interactionCount === 0 ? 'empty' : figures.decisionCount === 0 ? 'half' : 'done', count: figures.interactionCount }) },
  { id: 'roles', section: 'relationships', ahead: 5, goal: 'people', find: ({ people }) => (people.length === 0 ? { state: 'empty' } : { state: missingRoles(people).length > 0 ? 'half' : 'done', count: missingRoles(people).length, names: missingRoles(people) }) },
  {
    id: 'quiet', section: 'relationships', ahead: 5, goal: 'log',
    find: ({ people, figures }) => {
      const silent = peopleOf(people, 'quiet', figures.today).map(({ name }) => name);
      return people.length === 0 ? null : { state: silent.length > 0 ? 'half' : 'done', count: silent.length, names: silent };
    },
  },
  {
    id: 'owners', section: 'nextSteps', ahead: 5, goal: 'section',
    find: ({ figures }) => {
      const bare = figures.nextSteps.filter(({ owner, dueOn }) => owner === null || dueOn === null).length;
      return figures.nextStepCount === 0 ? { state: 'empty' } : { state: bare > 0 ? 'half' : 'done', count: bare };
    },
  },
  { id: 'strategy', section: 'strategy', ahead: 5, goal: 'commentary', find: (facts) => ({ state: saidOf(facts, 'strategy') === '' ? 'empty' : 'done' }) },
  { id: 'agenda', section: 'agenda', ahead: 2, goal: 'section', find: (facts) => listed(countOf(facts, 'agenda')) },
  {
    id: 'participants', section: null, ahead: 2, goal: 'participants',
    find: ({ participants: { people, colleagues } }) => ({ state: people.length > 0 && colleagues.length > 0 ? 'done' : people.length + colleagues.length > 0 ? 'half' : 'empty', count: people.length + colleagues.length }),
  },
  { id: 'place', section: null, ahead: 2, goal: 'details', find: ({ head }) => ({ state: head.place === null ? 'empty' : 'done' }) },
  { id: 'since', section: 'since', ahead: 2, goal: 'section', find: ({ last }) => (last === null ? null : { state: last.presented === null ? 'half' : 'done' }) },
];

const SHARE: Record<CheckState, number> = { done: 1, half: 0.5, empty: 0 };

/** The worst of the checks of a section; what is filled in the meeting counts as empty until then. */
function stateOf(kind: SectionKind, checks: readonly ReviewCheck[], facts: ReviewFacts): CheckState {
  if (kind === 'actions') return countOf(facts, 'decision') + countOf(facts, 'action') > 0 ? 'done' : 'empty';
  const states = checks.filter(({ section }) => section === kind).map(({ state }) => state);
  return states.find((state) => state === 'empty') ?? states.find((state) => state === 'half') ?? 'done';
}

/** What a review still lacks and by when, how far each section is, and how ready it is in all. Hidden sections need nothing. */
export function checkReview(facts: ReviewFacts): Readiness {
  const shown = facts.sections.filter(({ hidden }) => !hidden).map(({ kind }) => kind);
  const checks = RULES.filter(({ section }) => section === null || shown.includes(section)).flatMap(({ id, section, ahead, goal, find }): ReviewCheck[] => {
    const found = find(facts);
    return found ? [{ id, section, ahead, dueOn: addDays(facts.head.heldOn, -ahead), goal, count: 0, names: [], ...found }] : [];
  });
  const points = checks.reduce((sum, { state }) => sum + SHARE[state], 0);
  return {
    checks,
    sections: Object.fromEntries(facts.sections.map(({ kind }) => [kind, stateOf(kind, checks, facts)])),
    percent: checks.length === 0 ? 100 : Math.floor((points / checks.length) * 100),
  };
}
