import { z } from 'zod';
import { backupSchema, bookChangesSchema, bookStatusSchema, newBookSchema } from '#shared/domain/book/model.ts';
import { procedure } from './base.ts';

export const bookContract = {
  /** Without a path the book goes to the books folder of local application data. */
  create: procedure.input(newBookSchema.extend({ path: z.string().optional() })).output(bookStatusSchema),
  open: procedure.input(z.object({ path: z.string() })).output(bookStatusSchema),
  /** Asks the host that keeps a book in use to show itself; a command line never does. */
  showOwner: procedure.input(z.object({ path: z.string() })).output(z.object({ shown: z.boolean() })),
  close: procedure,
  status: procedure.output(bookStatusSchema),
  /** One undoable step. Amounts are not converted: orders keep their currency, and those in another than the book's are shown apart. */
  update: procedure.input(bookChangesSchema).output(z.object({ stepNo: z.number().int() })),
  /** Goes on writing under a new device id after the clock question. */
  acceptClock: procedure.output(bookStatusSchema),
  /** Counts, integrity and the agreement of rows and log; slow on a large book. */
  verify: procedure.output(z.object({
    healthy: z.boolean(),
    problems: z.array(z.string()),
    tables: z.record(z.string(), z.object({ rows: z.number().int(), hash: z.string() })),
    steps: z.number().int(),
    changes: z.number().int(),
  })),
  backups: procedure.input(z.object({ path: z.string().optional() })).output(z.array(backupSchema)),
  backUp: procedure.output(backupSchema.nullable()),
  /** Puts a verified backup in the place of the book; what was there is kept beside the backups. */
  restore: procedure.input(z.object({ path: z.string(), file: z.string() })).output(bookStatusSchema),
};
