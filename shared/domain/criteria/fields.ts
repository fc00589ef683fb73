import { measures, type MeasureId } from '../measures/catalogue.ts';
import type { Window } from '../measures/window.ts';

/** How a field is compared and said. Money in 1/10,000 of the book currency, shares 0 … 1, dates `YYYY-MM-DD`. */
export type FieldKind = 'text' | 'flag' | 'date' | 'money' | 'count' | 'days' | 'share';

/** Fields of an account that criteria may name. */
export const accountFieldKinds = {
  name: 'text', alias: 'text', externalId: 'text', industry: 'text', city: 'text', region: 'text', country: 'text',
  postalCode: 'text', phone: 'text', website: 'text', customerSince: 'date', contractEnd: 'date', isKey: 'flag',
} as const satisfies Record<string, FieldKind>;

export type AccountFieldId = keyof typeof accountFieldKinds;

/** What the `field` of a rule stands for. */
export type CriteriaField =
  | { source: 'account'; field: AccountFieldId; kind: FieldKind }
  | { source: 'measure'; measure: MeasureId; window: Window | null; kind: FieldKind };

const isAccountField = (id: string): id is AccountFieldId => Object.hasOwn(accountFieldKinds, id);
const isMeasure = (id: string): id is MeasureId => Object.hasOwn(measures, id);

function windowOf(text: string): Window | null {
  const [, amount, unit] = /^([1-9]\d{0,3})([md])$/.exec(text) ?? [];
  if (amount === undefined) return null;
  return unit === 'm' ? { months: Number(amount) } : { days: Number(amount) };
}

/**
 * Reads the name of a field: a field of the account (`city`), or a measure with the stretch it looks back over
 * (`orders.amount@12m`, `interactions.count@90d`, `tasks.openCount`). Null for anything else.
 */
export function criteriaField(id: string): CriteriaField | null {
  if (isAccountField(id)) return { source: 'account', field: id, kind: accountFieldKinds[id] };
  const [measure = '', stretch, ...more] = id.split('@');
  if (!isMeasure(measure) || more.length > 0) return null;
  const { unit, window } = measures[measure];
  const read = stretch === undefined ? null : windowOf(stretch);
  // Instants are compared by the days since, which say the same in words.
  if (unit === 'instant' || (window === 'needed') !== (read !== null) || (stretch !== undefined && read === null)) return null;
  return { source: 'measure', measure, window: read, kind: unit };
}
