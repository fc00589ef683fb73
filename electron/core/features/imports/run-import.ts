import { setImmediate } from 'node:timers/promises';
import { plainChoices, type ImportChoices } from '#shared/domain/import/choices.ts';
import type { ImportKind, ImportProgress, ImportSummary, Mapping } from '#shared/domain/import/model.ts';
import { importFields } from '#shared/domain/import/fields.ts';
import { missingFields } from '#shared/domain/import/required-fields.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book, OpenStep } from '#core/db/book.ts';
import { readBookSettings } from '#core/db/settings.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { createPlanner } from './create-planner.ts';
import type { FileHead } from './file-head.ts';
import { ImportPlan } from './import-plan.ts';
import { rememberSource } from './import-sources.ts';
import { ImportTally } from './import-tally.ts';
import { keepLeftOut, type ProblemWords } from './left-out.ts';
import { parseInWorker } from './parse-client.ts';
import type { ParseJob } from './parse-job.ts';
import { columnOf } from './row-decoder.ts';
import type { StopSign } from './running-imports.ts';
import type { OpenedFile } from './source-files.ts';

const PROGRESS_MS = 100;

export interface ImportRequest {
  file: { path: string; name: string };
  open: () => Promise<OpenedFile>;
  kind: ImportKind;
  mapping: Mapping;
  choices?: Partial<ImportChoices>;
  dryRun: boolean;
  words: ProblemWords;
}

function checkMapping({ kind, mapping, file }: ImportRequest, head: FileHead): void {
  const [missing] = missingFields(kind, mapping);
  if (missing !== undefined) throw new CodedError('mapping-incomplete', { where: { file: file.name, field: missing } });
  const known = new Set<string>(importFields[kind].map((field) => field.id));
  const strange = Object.keys(mapping).find((field) => !known.has(field));
  if (strange !== undefined) throw new CodedError('invalid-value', { where: { file: file.name, field: strange } });
  const beyond = Object.entries(mapping).find(([, column]) => column >= head.headers.length);
  if (beyond) throw new CodedError('mapping-incomplete', { where: { file: file.name, field: beyond[0], column: String(beyond[1] + 1) } });
}

function jobOf({ kind, mapping, file, choices }: ImportRequest, { path, head, padded }: OpenedFile, timeZone: string): ParseJob {
  const { headers, headerRow, delimiter, encoding, quote } = head;
  return { path, file: file.name, kind, mapping, headers, headerRow, delimiter, encoding, quote, padded, timeZone, choices: { ...plainChoices, ...choices } };
}

/** The step of an import, begun with its first write, so that an import that writes nothing leaves none. */
function lazyStep(book: Book, request: ImportRequest) {
  let step: OpenStep | null = null;
  return {
    no: (): number | null => step?.no ?? null,
    write(plan: ImportPlan): void {
      step ??= book.openStep({ kind: 'import', verb: `import.${request.kind}`, params: { file: request.file.name, count: 0 } });
      step.chunk(() => plan.run(book.db));
    },
    finish: async (count: number): Promise<void> => step?.finish({ count }),
  };
}

/**
 * Imports a file as one step: parsed in a worker, planned and written batch by batch, giving way to people's saves
 * in between. Progress comes at most every tenth of a second, then the summary. Cancelling, or leaving the loop,
 * ends the step behind the last whole batch.
 * @throws CodedError `file-…`, `encoding-not-supported`, `mapping-incomplete`, `import-failed`, `book-read-only`
 */
export async function* runImport(book: Book, ports: Pick<HostPorts, 'clock' | 'ids' | 'workers'>, request: ImportRequest, stop: StopSign): AsyncGenerator<ImportProgress> {
  const opened = await request.open();
  const { head } = opened;
  checkMapping(request, head);
  const { timeZone, currency } = readBookSettings(book.db);
  const job = jobOf(request, opened, timeZone);
  const planner = createPlanner(request.kind, {
    db: book.db, currency, uuid: () => ports.ids.uuid(), now: () => ports.clock.now(), columnOf: (...fields) => columnOf(job, ...fields), choices: job.choices,
  }, request.dryRun);
  const step = lazyStep(book, request);
  const tally = new ImportTally();
  let stale = false;
  let cancelled = false;
  const stopListening = book.onStep((notice) => { stale ||= notice.no !== step.no(); });
  try {
    let toldAt = performance.now();
    for await (const event of parseInWorker(ports.workers.parse, job)) {
      cancelled = stop.aborted;
      if (cancelled) break;
      if (event.type === 'batch') {
        if (stale && !request.dryRun) planner.refresh();
        stale = false;
        const plan = new ImportPlan();
        planner.plan(event, plan);
        if (!plan.empty && !request.dryRun) step.write(plan);
        tally.add(event, plan);
        await setImmediate();
      }
      if (performance.now() - toldAt < PROGRESS_MS) continue;
      toldAt = performance.now();
      yield { type: 'progress', rows: tally.rows, bytes: tally.bytes, totalBytes: head.size };
    }
    for (const plan of planner.finish()) {
      if (!plan.empty && !request.dryRun) step.write(plan);
      tally.addPlan(plan);
      await setImmediate();
    }
  } finally {
    stopListening();
    await step.finish(tally.taken);
  }
  let leftOut: string | null = null;
  if (!request.dryRun && !book.readOnly) {
    rememberSource(book, job.headers, job.kind, job, ports.clock.now());
    leftOut = await keepLeftOut(book, ports.ids.uuid(), job, tally.leftOut, request.words, ports.clock.now());
  }
  const summary: ImportSummary = { kind: request.kind, file: request.file.name, dryRun: request.dryRun, stepNo: step.no(), cancelled, leftOut, ...tally.result() };
  yield { type: 'done', summary };
}
