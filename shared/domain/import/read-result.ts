import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ProblemCode } from './problems.ts';

/** The value of one cell, or why it cannot be read. */
export type ReadResult<T> = Result<T, ProblemCode>;

export const read = <T>(value: T): ReadResult<T> => ok(value);

export const refuse = (code: ProblemCode): ReadResult<never> => fail(code);
