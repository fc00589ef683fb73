import type { ImportKind } from '#shared/domain/import/model.ts';
import { BatchBuilder } from './batch-builder.ts';
import type { ParseEvent, ParseJob, SingleKind } from './parse-job.ts';
import { rowDecoder } from './row-decoder.ts';
import { textStream } from './text-stream.ts';
import { wantedRows } from './wanted-rows.ts';

/** Kinds of which each row stands for itself. The file is looked through first: a wrong encoding must not show half-way. */
export async function* parseRows<K extends SingleKind & ImportKind>(job: ParseJob, kind: K): AsyncGenerator<ParseEvent> {
  for await (const _ of textStream(job.path, job.file, job.encoding)) yield { type: 'checking' };
  const decode = rowDecoder(kind, job);
  const builder = new BatchBuilder<SingleKind>();
  let bytes = 0;
  for await (const piece of wantedRows(job)) {
    bytes = piece.bytes;
    builder.skip(piece.skipped);
    for (const row of piece.rows) {
      const decoded = decode(row);
      if (decoded.ok) builder.add({ row: decoded.row, values: decoded.values }, 1);
      else builder.reject(decoded.problems);
      if (builder.full) yield builder.take(bytes);
    }
  }
  yield builder.take(bytes);
}
