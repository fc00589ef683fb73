import { z } from 'zod';
import { savedViewSchema } from '#shared/domain/view/model.ts';
import { procedure } from './base.ts';

const viewName = z.string().trim().max(60);
const stepped = z.object({ stepNo: z.number().int() });

export const viewsContract = {
  /** The saved views of a list by their place; also the kept changes of views that come with the program. */
  list: procedure.input(z.object({ list: z.enum(['accounts']) })).output(z.array(savedViewSchema)),
  /** Keeps a view under `id`, or as a new one behind the others. `name` is empty for one that comes with the program. */
  save: procedure.input(z.object({ list: z.enum(['accounts']), id: z.string().max(100).optional(), name: viewName, document: savedViewSchema.shape.document }))
    .output(stepped.extend({ id: z.string() })),
  /** Puts a view at a place among the saved ones, counted from 0. */
  move: procedure.input(z.object({ id: z.string(), place: z.number().int().min(0) })).output(stepped),
  remove: procedure.input(z.object({ id: z.string() })).output(stepped),
};
