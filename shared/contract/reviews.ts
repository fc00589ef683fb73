import { z } from 'zod';
import { reviewFiguresSchema, reviewRequestSchema } from '#shared/domain/review/model.ts';
import { procedure } from './base.ts';

export const reviewsContract = {
  figures: procedure.input(reviewRequestSchema.omit({ language: true })).output(reviewFiguresSchema),
  /** A PPTX of five pages, named for the account and the period. */
  deck: procedure.input(reviewRequestSchema).output(z.file()),
};
