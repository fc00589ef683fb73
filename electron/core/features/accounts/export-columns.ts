import type { AccountRow } from '#shared/contract/accounts.ts';
import { criteriaField } from '#shared/domain/criteria/fields.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import type { SheetColumn, SheetValue } from '#core/documents/sheet.ts';

interface ExportColumn extends SheetColumn {
  value: (row: AccountRow, timeZone: string) => SheetValue;
}

const known: Readonly<Record<string, [kind: SheetColumn['kind'], value: ExportColumn['value']][]>> = {
  name: [['text', (row) => row.name]],
  alias: [['text', (row) => row.alias]],
  isKey: [['number', (row) => Number(row.isKey)]],
  city: [['text', (row) => row.city]],
  country: [['text', (row) => row.country]],
  revenue: [['money', (row) => row.revenue]],
  revenueBefore: [['money', (row) => row.revenueBefore]],
  margin: [['money', (row) => row.margin]],
  lastInteraction: [['date', (row, timeZone) => (row.lastInteractionAt === null ? null : dateInZone(row.lastInteractionAt, timeZone))]],
  nextDue: [['text', (row) => row.nextTask], ['date', (row) => row.nextDue]],
};

/** What a column of the list is in a file: nothing where it is not known, two where it shows a text and its day. */
export function exportColumn(id: string, header: string, extra: boolean): ExportColumn[] {
  if (!extra) return (Object.hasOwn(known, id) ? known[id] ?? [] : []).map(([kind, value]) => ({ header, kind, value }));
  const field = criteriaField(id);
  const kind = field?.kind ?? 'text';
  const read = (row: AccountRow): SheetValue => row.extra?.[id as keyof typeof row.extra] ?? null;
  return [{ header, kind: kind === 'money' || kind === 'date' || kind === 'text' ? kind : 'number', value: read }];
}
