import { CodedError } from './coded-error.ts';

/**
 * The value, when there is one.
 * @param field the input that named it
 * @throws CodedError `not-found`
 */
export function found<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined) throw new CodedError('not-found', { where: { field } });
  return value;
}
