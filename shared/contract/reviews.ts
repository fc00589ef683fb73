import { z } from 'zod';
import { documentFormatSchema } from '#shared/domain/document/format.ts';
import { reviewFiguresSchema, reviewRequestSchema } from '#shared/domain/review/model.ts';
import { procedure } from './base.ts';

export const reviewsContract = {
  figures: procedure.input(reviewRequestSchema.omit({ language: true })).output(reviewFiguresSchema),
  /** Five pages as PPTX or PDF, or their numbers as XLSX; named for the account and the period. */
  deck: procedure.input(reviewRequestSchema.extend({ format: documentFormatSchema.default('pptx') })).output(z.file()),
};
