import { BatchBuilder } from './batch-builder.ts';
import { fileRows } from './file-rows.ts';
import type { ParseEvent, ParseJob } from './parse-job.ts';
import { rowDecoder } from './row-decoder.ts';
import { textStream } from './text-stream.ts';

/** Kinds of which each row stands for itself. The file is looked through first: a wrong encoding must not show half-way. */
export async function* parseRows(job: ParseJob, kind: 'accounts' | 'people'): AsyncGenerator<ParseEvent> {
  for await (const _ of textStream(job.path, job.file, job.encoding)) yield { type: 'checking' };
  const decode = rowDecoder(kind, job);
  const builder = new BatchBuilder<typeof kind>();
  let bytes = 0;
  for await (const piece of fileRows(job)) {
    bytes = piece.bytes;
    for (const row of piece.rows) {
      const decoded = decode(row);
      if (decoded.ok) builder.add({ row: decoded.row, values: decoded.values }, 1);
      else builder.reject(decoded.problems);
      if (builder.full) yield builder.take(bytes);
    }
  }
  yield builder.take(bytes);
}
