/** Whether a statement is about every account or about those whose ids it is given. */
export type AccountScope = 'all' | 'some';

/** Which accounts are measured. */
export type AccountSet = 'all' | readonly string[];

/** The accounts as a table with the column `id`; `some` reads the parameter `ids`, a JSON array. */
export const scopeSql = (scope: AccountScope): string => (scope === 'all' ? 'account' : '(SELECT value AS id FROM json_each(+@ids))');

/** The scope of a set, and what its statement needs beside its other values. */
export function scopeOf(accounts: AccountSet): { scope: AccountScope; given: { ids?: string } } {
  return accounts === 'all' ? { scope: 'all', given: {} } : { scope: 'some', given: { ids: JSON.stringify(accounts) } };
}
