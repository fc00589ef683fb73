import type { MeasureId } from '#shared/domain/measures/catalogue.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { MeasureContext } from './measure-request.ts';
import type { SqlText } from './sql-text.ts';

/** Tasks known and not yet done at the end of the as-of date, over `scope s`. */
function openTasks(text: SqlText, { asOf, timeZone }: MeasureContext): string {
  const end = text.bind(instantInZone(addDays(asOf, 1), '00:00', timeZone));
  return `task k WHERE k.account_id = s.id AND (k.done_at IS NULL OR k.done_at >= ${end}) AND k.created_at < ${end}`;
}

/** The open task that is due first, those without a date last: a column of it, over `scope s`. */
export function nextTask(text: SqlText, column: 'id' | 'due_on', context: MeasureContext): string {
  return `(SELECT k.${column} FROM ${openTasks(text, context)} ORDER BY k.due_on IS NULL, k.due_on, k.created_at, k.id LIMIT 1)`;
}

/** The SQL expression of a measure of tasks, over `scope s`. */
export function taskColumn(text: SqlText, measure: MeasureId, context: MeasureContext): string {
  if (measure === 'tasks.nextDue') return nextTask(text, 'due_on', context);
  const late = measure === 'tasks.lateCount' ? `AND k.due_on < ${text.bind(context.asOf)}` : '';
  return `(SELECT count(*) FROM ${openTasks(text, context)} ${late})`;
}
