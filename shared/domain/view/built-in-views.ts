import { everything, type Criteria } from '../criteria/model.ts';
import type { CurrentView } from './model.ts';

/** Views of the accounts that every book has, named in the locale files. A person may change one; the change is kept under its id. */
export const builtInViews = ['key', 'all', 'quiet', 'ending'] as const;
export type BuiltInView = (typeof builtInViews)[number];

/** Days without an interaction after which an account counts as quiet. */
export const QUIET_DAYS = 30;

const criteria: Record<BuiltInView, Criteria> = {
  key: { combinator: 'and', rules: [{ field: 'isKey', operator: '=', value: true }] },
  all: everything,
  quiet: { combinator: 'and', rules: [{ field: 'interactions.daysSinceLast', operator: 'noneFor', value: QUIET_DAYS }] },
  ending: { combinator: 'and', rules: [{ field: 'contractEnd', operator: 'inNextDays', value: 180 }] },
};

const columns = ['name', 'city', 'revenue', 'margin', 'lastInteraction', 'nextDue'];

/** A built-in view as it comes with the program. */
export function builtInView(id: BuiltInView): CurrentView {
  const shown = id === 'ending' ? columns.toSpliced(1, 1, 'contractEnd') : columns;
  return {
    version: 1, columns: shown.map((column) => ({ id: column })), pinned: 1, criteria: criteria[id],
    sort: id === 'ending' ? { column: 'contractEnd', descending: false } : { column: 'revenue', descending: true },
  };
}
