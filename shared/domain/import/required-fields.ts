import { importFields } from './fields.ts';
import type { ImportKind, Mapping } from './model.ts';

/** Each group is satisfied by any one of its alternatives; an alternative needs all of its fields. */
const needs: Record<ImportKind, readonly (readonly (readonly string[])[])[]> = {
  colleagues: [[['name'], ['lastName']]],
  accounts: [[['name']]],
  people: [[['accountExternalId'], ['accountName']], [['name'], ['lastName']]],
  products: [[['name']]],
  orders: [[['orderNo']], [['orderedOn']], [['accountExternalId'], ['accountName']], [['price', 'quantity'], ['amount']]],
  orderHeads: [[['orderNo']], [['orderedOn']], [['accountExternalId'], ['accountName']]],
  orderLines: [[['orderNo']], [['price', 'quantity'], ['amount']]],
  interactions: [[['at']], [['summary'], ['notes']], [['accountExternalId'], ['accountName'], ['people']]],
};

/**
 * Fields that a mapping still lacks; of alternatives the first is named.
 * Empty when a file can be imported with it.
 */
export function missingFields(kind: ImportKind, mapping: Mapping): string[] {
  const has = (id: string): boolean => Object.hasOwn(mapping, id);
  return needs[kind]
    .filter((group) => !group.some((fields) => fields.every(has)))
    .flatMap((group) => (group[0] ?? []).filter((id) => !has(id)));
}

/** The fields of a kind with the mark that the mapping screen shows: required alone, or as the first of alternatives. */
export function listFields(kind: ImportKind): { id: string; required: boolean }[] {
  const required = new Set(needs[kind].flatMap((group) => group[0] ?? []));
  return importFields[kind].map(({ id }) => ({ id, required: required.has(id) }));
}
