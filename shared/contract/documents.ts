import { z } from 'zod';
import { lookChangesSchema, lookSchema } from '#shared/domain/document/look.ts';
import { procedure } from './base.ts';

export const documentsContract = {
  /** How the documents of the open book look. */
  look: procedure.output(lookSchema),
  /** One undoable step; an absent field stays as it is. */
  setLook: procedure.input(lookChangesSchema).output(z.object({ stepNo: z.number().int() })),
};
