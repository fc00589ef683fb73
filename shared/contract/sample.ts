import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { newSampleSchema, sampleProgressSchema } from '#shared/domain/sample/model.ts';
import { procedure } from './base.ts';

export const sampleContract = {
  /** Makes a book with a sample and opens it when it is whole. Ending the iterator early leaves nothing behind; the book that is open stays. */
  create: procedure.input(newSampleSchema.extend({ path: z.string().optional() })).output(eventIterator(sampleProgressSchema)),
};
