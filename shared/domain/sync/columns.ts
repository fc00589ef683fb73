import type { SentValue } from './model.ts';

/** Values of one kind, one below the other, in the shortest of these ways. */
export type Column =
  /** All alike. */
  | { same: SentValue }
  /** Whole numbers, each as the step from the one before it, the first from 0. */
  | { steps: number[] }
  /** Places in the bundle's list of ids, from 1, 0 for null; as steps. */
  | { ids: number[] }
  | { values: SentValue[] };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const TIME_DIGITS = 12;
const REST_DIGITS = 20;

/** Ids as they are written: the first half, which mostly is a time, as steps, and what is left without dashes. */
export interface WrittenIds {
  times: number[];
  rest: string;
}

export function toSteps(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

/** @throws for anything but whole numbers */
export function fromSteps(steps: unknown): number[] {
  if (!Array.isArray(steps)) throw new TypeError('no numbers');
  let number = 0;
  return steps.map((step: unknown) => {
    number += typeof step === 'number' ? step : Number.NaN;
    if (!Number.isSafeInteger(number)) throw new TypeError('no whole number');
    return number;
  });
}

/** The ids that a bundle speaks of, each once. */
export class IdList {
  readonly #places = new Map<string, number>();

  /** From 1. */
  placeOf(id: string): number {
    let place = this.#places.get(id);
    if (place === undefined) this.#places.set(id, (place = this.#places.size + 1));
    return place;
  }

  write(): WrittenIds {
    const plain = [...this.#places.keys()].map((id) => id.replaceAll('-', ''));
    return { times: toSteps(plain.map((digits) => Number.parseInt(digits.slice(0, TIME_DIGITS), 16))), rest: plain.map((digits) => digits.slice(TIME_DIGITS)).join('') };
  }
}

/** @throws for what is no list of ids */
export function readIds(written: unknown): string[] {
  const { times, rest } = Object(written) as Partial<Record<keyof WrittenIds, unknown>>;
  const numbers = fromSteps(times);
  if (typeof rest !== 'string' || rest.length !== numbers.length * REST_DIGITS || !/^[0-9a-f]*$/.test(rest)) throw new TypeError('no ids');
  return numbers.map((time, at) => {
    if (time < 0 || time >= 2 ** 48) throw new TypeError('no id');
    const digits = time.toString(16).padStart(TIME_DIGITS, '0') + rest.slice(at * REST_DIGITS, (at + 1) * REST_DIGITS);
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
  });
}

const isStepped = (values: readonly SentValue[]): values is number[] =>
  values.every((value, at) => Number.isSafeInteger(value) && !Object.is(value, -0) && Number.isSafeInteger(Number(value) - Number(values[at - 1] ?? 0)));

export function writeColumn(values: readonly SentValue[], ids: IdList): Column {
  const [first = null] = values;
  if (values.every((value) => Object.is(value, first))) return { same: first };
  if (typeof first === 'number' && isStepped(values)) return { steps: toSteps(values) };
  if (values.every((value) => value === null || (typeof value === 'string' && ID.test(value)))) {
    return { ids: toSteps(values.map((value) => (value === null ? 0 : ids.placeOf(String(value))))) };
  }
  return { values: [...values] };
}

const isValue = (value: unknown): value is SentValue => value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/**
 * Reads what may be anybody's column.
 * @throws for anything but a column of `count` values
 */
export function readColumn(written: unknown, count: number, ids: readonly string[]): SentValue[] {
  const column = Object(written) as { same?: unknown; steps?: unknown; ids?: unknown; values?: unknown };
  let read: unknown[];
  if (column.same !== undefined) read = Array.from({ length: count }, () => column.same);
  else if (column.steps !== undefined) read = fromSteps(column.steps);
  else if (column.ids !== undefined) read = fromSteps(column.ids).map((place) => (place === 0 ? null : ids[place - 1]));
  else read = Array.isArray(column.values) ? column.values : [];
  if (read.length !== count || !read.every(isValue)) throw new TypeError('no column');
  return read;
}

/** The same, of whole numbers from `from` up to `below`. */
export function readNumbers(written: unknown, count: number, from: number, below: number): number[] {
  const read = readColumn(written, count, []);
  if (!read.every((value) => Number.isSafeInteger(value) && Number(value) >= from && Number(value) < below)) throw new TypeError('no numbers');
  return read as number[];
}
