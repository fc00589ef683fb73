import type { DrivenCore } from '#tests/builders/driven-core.ts';
import type { ExportEvent } from '#shared/contract/accounts-export.ts';
import { compare, type Figure } from './compare.ts';
import { rawRows } from './raw-reads.ts';

const COLUMNS = ['name', 'city', 'country', 'revenue', 'margin', 'lastInteraction', 'nextDue'].map((id) => ({ id, header: id }));

/** Each row as a line of text, as bare as it can be. */
function writeLines(rows: readonly Record<string, unknown>[]): Buffer {
  return Buffer.from(rows.map((row) => Object.values(row).map((value) => `"${String(value ?? '').replaceAll('"', '""')}"`).join(',')).join('\r\n'));
}

/** The whole list as a file, as a client asks for it, beside one statement whose rows are joined. */
export async function exportFigures({ core, api }: Pick<DrivenCore, 'core' | 'api'>, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    figures.push(await compare({
      name: `list exported as ${format.toUpperCase()}`, budget: format === 'csv' ? 3 : 10, rounds, limit: () => writeLines(rawRows(core.current.get().db)),
      ours: async () => {
        let last: ExportEvent | null = null;
        for await (const event of await api.accounts.export({ run: 'bench', format, title: 'Bench', filter: {}, sort: 'revenue', descending: true, columns: COLUMNS })) last = event;
        if (last?.type !== 'done') throw new Error('the list was not exported');
        await api.accounts.exported({ run: 'bench' });
      },
    }));
  }
  return figures;
}
