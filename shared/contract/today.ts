import { z } from 'zod';
import { isoDate } from '#shared/domain/account/model.ts';
import { snoozeChoices, todayPageSchema, todaySections } from '#shared/domain/today/model.ts';
import { procedure } from './base.ts';

const stepped = z.object({ stepNo: z.number().int() });
const rowKey = z.string().regex(/^[a-zA-Z]+:.+$/).max(200);

export const todayContract = {
  /** Everything the page shows, in one call. Sections named in `whole` come with up to 500 rows instead of the first few. */
  read: procedure.input(z.object({ whole: z.array(z.enum(todaySections)).max(todaySections.length).optional() })).output(todayPageSchema),
  /** How many tasks are late or due today. */
  count: procedure.output(z.object({ pressing: z.number().int() })),
  /** Hides a row: until a moment that the core works out, until a day, or for good (`null`). One undoable step. */
  answer: procedure.input(z.object({ key: rowKey, until: z.union([z.enum(snoozeChoices), isoDate]).nullable() })).output(stepped),
};
