import type { duplicatesContract } from '#shared/contract/duplicates.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import { blankToNull } from '#shared/kernel/blank-to-null.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { DuplicateFinder } from './duplicate-finder.ts';
import { PAIR_CAP } from './find-duplicates.ts';
import { keepApart } from './keep-apart.ts';
import { mergeAccounts, mergePeople } from './merge-records.ts';
import { readMerges, readSuccessor } from './read-merges.ts';
import { readHeads, readSide } from './read-sides.ts';

export interface DuplicatesDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'ids'>;
}

export function createDuplicatesHandlers({ current, ports }: DuplicatesDeps): HandlersOf<typeof duplicatesContract> {
  const finder = new DuplicateFinder(current);
  return {
    async list({ kind, offset, limit }, { signal }) {
      const book = current.get();
      const all = await finder.find(book, signal);
      return book.read(() => {
        const shown = all[kind].slice(offset, offset + limit);
        const heads = readHeads(book.db, kind, [...new Set(shown.flatMap(({ firstId, secondId }) => [firstId, secondId]))]);
        const pairs = shown.flatMap(({ firstId, secondId, reasons }) => {
          const [first, second] = [heads.get(firstId), heads.get(secondId)];
          return first && second ? [{ first, second, reasons }] : [];
        });
        return { pairs, counts: { account: all.account.length, person: all.person.length }, cap: PAIR_CAP };
      });
    },
    look: (_, { signal }) => finder.watch(current.get(), signal),
    compare({ kind, firstId, secondId }) {
      const book = current.get();
      return book.read(() => ({ first: readSide(book, kind, firstId, 'firstId'), second: readSide(book, kind, secondId, 'secondId') }));
    },
    mergeAccounts: ({ values, ...ids }) => ({ stepNo: mergeAccounts(current.get(), ports.ids, ids, blankToNull(values)) }),
    mergePeople: ({ values, ...ids }) => ({ stepNo: mergePeople(current.get(), ports.ids, ids, blankToNull(values)) }),
    keepApart({ kind, firstId, secondId }) {
      const book = current.get();
      const { first, second } = book.read(() => ({ first: readSide(book, kind, firstId, 'firstId'), second: readSide(book, kind, secondId, 'secondId') }));
      const info = { kind: 'user', verb: `${kind}.apart`, params: { name: first.name, other: second.name } } as const;
      return { stepNo: book.write(info, () => keepApart(book.db, kind, firstId, secondId)).stepNo };
    },
    merges({ accountId }) {
      const book = current.get();
      return book.read(() => readMerges(book.db, accountId));
    },
    successor({ id }) {
      const book = current.get();
      return book.read(() => readSuccessor(book.db, id));
    },
  };
}
