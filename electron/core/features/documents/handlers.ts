import type { CurrentBook } from '#core/db/current-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { readLook } from '#core/documents/read-look.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import type { documentsContract } from '#shared/contract/documents.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { LookDocument } from '#shared/domain/document/look.ts';
import { readLogo } from './read-logo.ts';

const KEEP = 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

/** How the company's documents look; it travels with the book. */
export function createDocumentsHandlers({ current, ports }: { current: CurrentBook; ports: Pick<HostPorts, 'files'> }): HandlersOf<typeof documentsContract> {
  return {
    look: () => readLook(current.get().db),
    setLook({ logo, ...changes }) {
      const book = current.get();
      const picture = logo ? readLogo(ports.files, logo.file) : null;
      const { stepNo } = book.write({ kind: 'user', verb: 'look.update', params: {} }, () => {
        const { company, accent, latin, chinese } = readLook(book.db);
        const document: LookDocument = { version: 1, company, accent, latin, chinese, ...changes };
        if (Object.keys(changes).length > 0) prepared(book.db, KEEP).run('look', JSON.stringify(document));
        if (picture) prepared(book.db, KEEP).run('logo', JSON.stringify(picture));
        if (logo === null) prepared(book.db, "DELETE FROM setting WHERE key = 'logo'").run();
      });
      return { stepNo };
    },
  };
}
