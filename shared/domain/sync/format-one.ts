import { z } from 'zod';
import { ChangeShapes } from './change-shapes.ts';
import { bundleHeadSchema, sentStepSchema, type BundleHead, type SentFields, type SentOp, type SentStamp, type SentStep } from './model.ts';

type Change = [table: string, key: string, op: SentOp, fields: SentFields | null];
type Stamp = [step: number, device: number, clock: number, changes: Change[]];

const headSchema = bundleHeadSchema.extend({ steps: z.array(sentStepSchema) });

const isValue = (value: unknown): boolean => value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function isChange(value: unknown): value is Change {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [table, key, op, fields]: unknown[] = value;
  if (typeof table !== 'string' || typeof key !== 'string') return false;
  if (op === 3 || op === 4) return fields === null;
  return (op === 1 || op === 2) && typeof fields === 'object' && fields !== null && !Array.isArray(fields) && Object.values(fields).every(isValue);
}

function isStamp(value: unknown): value is Stamp {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [step, device, clock, changes]: unknown[] = value;
  return isCount(step) && isCount(device) && isCount(clock) && Number(clock) > 0 && Array.isArray(changes) && changes.every(isChange);
}

/**
 * Reads a bundle of the first format: its head, with the steps, and one line of JSON for each transaction.
 * @throws for what is none
 */
export function readFormatOne(said: unknown, lines: readonly string[]): { head: BundleHead; steps: SentStep[]; stamps: SentStamp[] } {
  const { steps, ...head } = headSchema.parse(said);
  const shapes = new ChangeShapes();
  const stamps = lines.map((line): SentStamp => {
    const stamp: unknown = JSON.parse(line);
    if (!isStamp(stamp) || stamp[0] >= steps.length || stamp[1] >= head.devices.length) throw new TypeError('no transaction');
    const [step, device, clock, changes] = stamp;
    return { step, device, clock, changes: changes.map(([table, key, op, fields]) => ({ shape: shapes.of(table, op, Object.keys(fields ?? {})), key, values: Object.values(fields ?? {}) })) };
  });
  return { head, steps, stamps };
}
