import { oc } from '@orpc/contract';
import { z } from 'zod';
import { EARLIEST_INSTANT, LATEST_INSTANT } from '#shared/kernel/dates.ts';
import { errorTable } from './errors.ts';

/** Every procedure may answer with any of the worded errors; the compiler then proves each is handled. */
export const procedure = oc.errors(errorTable);

/** The moment (ms UTC) as of which something is read. */
export const pastMoment = z.number().int().min(EARLIEST_INSTANT).max(LATEST_INSTANT);

/** Whole numbers, checked as one value: checked one by one, the months of a list take longer than reading it. */
export const wholeNumbers = z.custom<number[]>((value) => Array.isArray(value) && value.every(Number.isSafeInteger));
