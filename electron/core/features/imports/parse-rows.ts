import type { ImportKind } from '#shared/domain/import/model.ts';
import type { ParseEvent, ParseJob, RecordsOf, SingleKind } from './parse-job.ts';
import { RecordWindow } from './record-window.ts';
import { rowDecoder } from './row-decoder.ts';
import { textStream } from './text-stream.ts';
import { wantedRows } from './wanted-rows.ts';

/** Kinds of which the book keeps the rows of an account together. */
const byAccount: Partial<Record<ImportKind, (record: RecordsOf['interactions' | 'orderHeads']) => string>> = {
  interactions: ({ values }) => values.accountExternalId ?? values.accountName ?? '',
  orderHeads: ({ values }) => values.accountExternalId ?? values.accountName ?? '',
};

/** Kinds of which each row stands for itself. The file is looked through first: a wrong encoding must not show half-way. */
export async function* parseRows<K extends SingleKind & ImportKind>(job: ParseJob, kind: K): AsyncGenerator<ParseEvent> {
  for await (const _ of textStream(job.path, job.file, job.encoding)) yield { type: 'checking' };
  const decode = rowDecoder(kind, job);
  const window = new RecordWindow<SingleKind>({ rowsOf: () => 1, accountOf: byAccount[kind] as ((record: RecordsOf[SingleKind]) => string) | undefined });
  let bytes = 0;
  for await (const piece of wantedRows(job)) {
    bytes = piece.bytes;
    window.skip(piece.skipped);
    for (const row of piece.rows) {
      const decoded = decode(row);
      if (decoded.ok) window.add({ row: decoded.row, values: decoded.values });
      else window.reject(decoded.problems);
      if (window.full) yield* window.take(bytes);
    }
  }
  yield* window.take(bytes);
}
