import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { sampleContract } from '#shared/contract/sample.ts';
import type { BookStatus, NewBook } from '#shared/domain/book/model.ts';
import { makeSample, sampleOwnerId } from '#shared/domain/sample/make-sample.ts';
import type { NewSample, SampleProgress } from '#shared/domain/sample/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { dateInZone, isTimeZone } from '#shared/kernel/zoned-time.ts';
import type { Book } from '#core/db/book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { fillBook } from './fill-book.ts';
import { readSampleWords } from './read-words.ts';

const PROGRESS_MS = 100;
const SEED = 1;

/** A book that nobody sees until it is taken into use. */
export interface ApartBook {
  book: Book;
  use(): BookStatus;
  /** Leaves no file. */
  discard(): void;
}

export interface SampleDeps {
  ports: Pick<HostPorts, 'clock' | 'paths'>;
  /** @throws CodedError `book-exists` and those of opening a book */
  createApart: (input: NewBook & { path?: string; ownerId: string }) => ApartBook;
}

type Request = NewSample & { path?: string };

export function createSampleHandlers({ ports, createApart }: SampleDeps): HandlersOf<typeof sampleContract> {
  async function* create(input: Request, stop: { readonly aborted: boolean }): AsyncGenerator<SampleProgress> {
    const { timeZone, currency = 'CNY', seed = SEED } = input;
    if (!isTimeZone(timeZone)) throw new CodedError('invalid-value', { where: { field: 'timeZone' }, params: { value: timeZone } });
    const words = readSampleWords(ports.paths.resourcesDir);
    const request = { seed, timeZone, currency, today: input.today ?? dateInZone(ports.clock.now(), timeZone) };
    const apart = createApart({ title: input.title, timeZone, currency, owner: input.owner ?? words.people.owner, ownerId: sampleOwnerId(request), path: input.path });
    let kept = false;
    try {
      const tables = makeSample(request, words);
      const totalRows = tables.reduce((sum, { rows }) => sum + rows.length, 0);
      yield { type: 'progress', rows: 0, totalRows };
      let toldAt = performance.now();
      for await (const rows of fillBook(apart.book, tables)) {
        if (stop.aborted) break;
        if (performance.now() - toldAt < PROGRESS_MS) continue;
        toldAt = performance.now();
        yield { type: 'progress', rows, totalRows };
      }
      kept = !stop.aborted;
      yield { type: 'done', book: kept ? apart.use() : null };
    } finally {
      if (!kept) apart.discard();
    }
  }
  return { create: (input, { signal }) => create(input, signal) };
}
