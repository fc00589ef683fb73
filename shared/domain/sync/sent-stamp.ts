import type { SentChange, SentStamp } from './model.ts';

const isValue = (value: unknown): boolean => value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function isChange(value: unknown): value is SentChange {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [table, key, op, fields]: unknown[] = value;
  if (typeof table !== 'string' || typeof key !== 'string') return false;
  if (op === 3 || op === 4) return fields === null;
  return (op === 1 || op === 2) && typeof fields === 'object' && fields !== null && !Array.isArray(fields) && Object.values(fields).every(isValue);
}

/** Checked by hand: a schema takes longer over a hundred thousand changes than writing them does. */
export function isSentStamp(value: unknown): value is SentStamp {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [step, device, clock, changes]: unknown[] = value;
  return isCount(step) && isCount(device) && isCount(clock) && Number(clock) > 0 && Array.isArray(changes) && changes.every(isChange);
}
