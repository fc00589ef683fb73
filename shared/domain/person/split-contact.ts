import { personFieldsSchema, positionFieldsSchema, type PersonFields, type PositionFields } from './model.ts';

const PERSON = new Set(Object.keys(personFieldsSchema.shape));
const POSITION = new Set(Object.keys(positionFieldsSchema.shape));

/** Parts a contact's fields into those of the person, who may hold positions elsewhere too, and those of this one position. */
export function splitContact(fields: Partial<PersonFields & PositionFields>): { person: Partial<PersonFields>; position: Partial<PositionFields> } {
  const pick = (names: Set<string>): object => Object.fromEntries(Object.entries(fields).filter(([name, value]) => names.has(name) && value !== undefined));
  return { person: pick(PERSON), position: pick(POSITION) };
}
