import { daysBetween } from '#shared/kernel/dates.ts';
import type { peopleGroups, ReviewPersonRow } from './rows.ts';

type BuyingRole = ReviewPersonRow['roles'][number];

export type PeopleGroup = (typeof peopleGroups)[number];

/** A champion unheard for longer than this is a warning. */
export const QUIET_DAYS = 30;

/** Roles without which nobody decides; any of the roles of a group fills it. */
const DECIDING: Record<'decides' | 'technical' | 'user' | 'champion', readonly BuyingRole[]> = {
  decides: ['economic', 'decisionMaker', 'approver'],
  technical: ['technical', 'evaluator'],
  user: ['user'],
  champion: ['champion', 'sponsor'],
};
export type DecidingRole = keyof typeof DECIDING;

const has = ({ roles }: ReviewPersonRow, wanted: readonly BuyingRole[]): boolean => roles.some((role) => wanted.includes(role));

const isDeciding = (person: ReviewPersonRow): boolean => has(person, [...DECIDING.decides, ...DECIDING.champion]);

const isQuiet = (person: ReviewPersonRow, today: string): boolean => person.lastOn === null || daysBetween(person.lastOn, today) > QUIET_DAYS;

/** The people of a group: those on the map, who decide, for or against us, or who matter and have been quiet for over 30 days. */
export function peopleOf(people: readonly ReviewPersonRow[], group: PeopleGroup, today: string): ReviewPersonRow[] {
  switch (group) {
    case 'mapped': return [...people];
    case 'deciding': return people.filter(isDeciding);
    case 'favourable': return people.filter(({ attitude }) => attitude !== null && attitude > 0);
    case 'against': return people.filter(({ attitude }) => attitude !== null && attitude < 0);
    case 'quiet': return people.filter((person) => isDeciding(person) && isQuiet(person, today));
  }
}

/** Deciding roles that nobody is known to hold. */
export function missingRoles(people: readonly ReviewPersonRow[]): DecidingRole[] {
  return (Object.keys(DECIDING) as DecidingRole[]).filter((role) => !people.some((person) => has(person, DECIDING[role])));
}

export const decidingRoleCount = Object.keys(DECIDING).length;
