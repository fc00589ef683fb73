import { readChanges, writeChanges, type WrittenChanges } from './change-columns.ts';
import { IdList, readColumn, readIds, readNumbers, writeColumn, type Column, type WrittenIds } from './columns.ts';
import { sentKinds, type ChangeShape, type SentChange, type SentStamp, type SentStep, type SentValue } from './model.ts';

/** More than any program writes into one bundle. */
const MOST = 200_000;

const STEP_FIELDS = ['id', 'kind', 'verb', 'params', 'actor', 'at', 'schema', 'undoes'] as const;
const STAMP_FIELDS = ['step', 'device', 'clock', 'changes'] as const;

/** Steps, transactions and changes, by columns: what stands below one another is alike and packs well. */
export interface WrittenBody {
  ids: WrittenIds;
  steps: { count: number; accounts: Column; accountIds: Column } & Record<(typeof STEP_FIELDS)[number], Column>;
  stamps: { count: number } & Record<(typeof STAMP_FIELDS)[number], Column>;
  /** Number of the shape of each change, in order, and the changes of each shape. */
  order: Column;
  shapes: WrittenChanges[];
}

const columnsOf = <Field extends string>(rows: readonly Readonly<Record<Field, SentValue>>[], fields: readonly Field[], ids: IdList): Record<Field, Column> =>
  Object.fromEntries(fields.map((field) => [field, writeColumn(rows.map((row) => row[field]), ids)])) as Record<Field, Column>;

export function writeBody(steps: readonly SentStep[], stamps: readonly SentStamp[]): WrittenBody {
  const ids = new IdList();
  const shapes = new Map<ChangeShape, { number: number; changes: SentChange[] }>();
  const order = stamps.flatMap(({ changes }) => changes.map((change) => {
    let same = shapes.get(change.shape);
    if (!same) shapes.set(change.shape, (same = { number: shapes.size, changes: [] }));
    same.changes.push(change);
    return same.number;
  }));
  const accounts = steps.flatMap((step) => step.accounts);
  const written = {
    steps: {
      count: steps.length, ...columnsOf(steps.map((step) => ({ ...step, params: JSON.stringify(step.params) })), STEP_FIELDS, ids),
      accounts: writeColumn(steps.map((step) => step.accounts.length), ids), accountIds: writeColumn(accounts, ids),
    },
    stamps: { count: stamps.length, ...columnsOf(stamps.map((stamp) => ({ ...stamp, changes: stamp.changes.length })), STAMP_FIELDS, ids) },
    order: writeColumn(order, ids),
    shapes: [...shapes].map(([shape, { changes }]) => writeChanges(shape, changes, ids)),
  };
  return { ids: ids.write(), ...written };
}

function readCount(count: unknown): number {
  if (!Number.isSafeInteger(count) || Number(count) < 0 || Number(count) > MOST) throw new TypeError('no count');
  return Number(count);
}

const part = (written: unknown, name: string): unknown => (Object(written) as Record<string, unknown>)[name];

function readTexts(written: unknown, count: number, ids: readonly string[]): string[] {
  const read = readColumn(written, count, ids);
  if (!read.every((value) => typeof value === 'string')) throw new TypeError('no texts');
  return read;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_VERB = 100;

function readParams(text: string): SentStep['params'] {
  const params: unknown = JSON.parse(text);
  if (typeof params !== 'object' || params === null || Array.isArray(params)) throw new TypeError('no params');
  if (!Object.values(params).every((value) => typeof value === 'string' || Number.isFinite(value))) throw new TypeError('no params');
  return params as SentStep['params'];
}

function readSteps(written: unknown, ids: readonly string[]): SentStep[] {
  const count = readCount(part(written, 'count'));
  const texts = (name: string): string[] => readTexts(part(written, name), count, ids);
  const [stepIds, kinds, verbs, params] = [texts('id'), texts('kind'), texts('verb'), texts('params')];
  const [actors, undone] = [readColumn(part(written, 'actor'), count, ids), readColumn(part(written, 'undoes'), count, ids)];
  const numbers = (name: string): number[] => readNumbers(part(written, name), count, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const [ats, schemas] = [numbers('at'), numbers('schema')];
  const widths = readNumbers(part(written, 'accounts'), count, 0, MOST);
  const total = readCount(widths.reduce((sum, width) => sum + width, 0));
  const accounts = readTexts(part(written, 'accountIds'), total, ids);
  let from = 0;
  return widths.map((width, at): SentStep => {
    const [id = '', verb = '', actor, undoes, kind] = [stepIds[at], verbs[at], actors[at], undone[at], sentKinds.find((known) => known === kinds[at])];
    if (!ID.test(id) || !kind || verb.length > LONGEST_VERB || typeof actor === 'number' || actor === undefined) throw new TypeError('no step');
    if (undoes !== null && (typeof undoes !== 'string' || !ID.test(undoes))) throw new TypeError('no step');
    from += width;
    return { id, kind, verb, params: readParams(params[at] ?? ''), actor, at: ats[at] ?? 0, schema: schemas[at] ?? 0, undoes, accounts: accounts.slice(from - width, from) };
  });
}

/**
 * Reads what may be anybody's; every number and every length is looked at.
 * @param devices how many the bundle lists
 * @throws for what is no body of a bundle
 */
export function readBody(written: unknown, devices: number): { steps: SentStep[]; stamps: SentStamp[] } {
  const ids = readIds(part(written, 'ids'));
  const steps = readSteps(part(written, 'steps'), ids);
  const said = part(written, 'stamps');
  const count = readCount(part(said, 'count'));
  const numbers = (name: string, from: number, below: number): number[] => readNumbers(part(said, name), count, from, below);
  const [stepNos, deviceNos, clocks, widths] = [numbers('step', 0, steps.length), numbers('device', 0, devices), numbers('clock', 1, Number.MAX_SAFE_INTEGER), numbers('changes', 0, MOST)];
  const total = readCount(widths.reduce((sum, width) => sum + width, 0));
  const shapes = part(written, 'shapes');
  if (!Array.isArray(shapes)) throw new TypeError('no shapes');
  const order = readNumbers(part(written, 'order'), total, 0, shapes.length);
  const tally = Array.from(shapes, () => 0);
  for (const shape of order) tally[shape] = (tally[shape] ?? 0) + 1;
  const changes = shapes.map((shape: unknown, at) => readChanges(shape, tally[at] ?? 0, ids).values());
  let from = 0;
  const stamps = widths.map((width, at): SentStamp => {
    from += width;
    return {
      step: stepNos[at] ?? 0, device: deviceNos[at] ?? 0, clock: clocks[at] ?? 0,
      changes: order.slice(from - width, from).flatMap((shape) => changes[shape]?.next().value ?? []),
    };
  });
  return { steps, stamps };
}
