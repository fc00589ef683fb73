import type { MeasureId } from '#shared/domain/measures/catalogue.ts';
import type { DateRange } from '#shared/domain/measures/window.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { MeasureContext } from './measure-request.ts';
import type { SqlText } from './sql-text.ts';

/** The latest interaction on or before the as-of date: a column of it, over `scope s`. Planned ones do not count before their day. */
export function lastInteraction(text: SqlText, column: 'at' | 'kind', { asOf, timeZone }: MeasureContext): string {
  const end = text.bind(instantInZone(addDays(asOf, 1), '00:00', timeZone));
  return `(SELECT i.${column} FROM interaction i WHERE i.account_id = s.id AND i.at < ${end} ORDER BY i.at DESC, i.id DESC LIMIT 1)`;
}

/** The SQL expression of a measure of interactions, over `scope s`. Days between are counted by the calendar, in `zone_date`. */
export function interactionColumn(text: SqlText, measure: MeasureId, range: DateRange | null, context: MeasureContext): string {
  if (range) {
    const from = text.bind(instantInZone(range.from, '00:00', context.timeZone));
    const end = text.bind(instantInZone(addDays(range.to, 1), '00:00', context.timeZone));
    return `(SELECT count(*) FROM interaction i WHERE i.account_id = s.id AND i.at >= ${from} AND i.at < ${end})`;
  }
  const last = lastInteraction(text, 'at', context);
  if (measure === 'interactions.lastAt') return last;
  return `CAST(julianday(${text.bind(context.asOf)}) - julianday(zone_date(${last}, ${text.bind(context.timeZone)})) AS INTEGER)`;
}
