import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { viewsContract } from '#shared/contract/views.ts';
import { found } from '#shared/kernel/found.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { listViews, placeView, readView, removeView, writeView } from './repository.ts';

export interface ViewsDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'ids'>;
}

export function createViewsHandlers({ current, ports }: ViewsDeps): HandlersOf<typeof viewsContract> {
  return {
    list({ list }) {
      const book = current.get();
      return book.read(() => listViews(book.db, list));
    },
    save({ list, id = ports.ids.uuid(), name, document }) {
      const book = current.get();
      const verb = book.read(() => readView(book.db, id)) ? 'view.update' : 'view.create';
      const { stepNo } = book.write({ kind: 'user', verb, params: { name } }, () => writeView(book.db, { id, list, name, document }));
      return { id, stepNo };
    },
    move({ id, place }) {
      const book = current.get();
      const { name, list } = found(book.read(() => readView(book.db, id)), 'id');
      const order = book.read(() => listViews(book.db, list)).map((view) => view.id).filter((other) => other !== id);
      const { stepNo } = book.write({ kind: 'user', verb: 'view.move', params: { name } }, () => {
        order.toSpliced(place, 0, id).forEach((each, at) => placeView(book.db, each, at));
      });
      return { stepNo };
    },
    remove({ id }) {
      const book = current.get();
      const { name } = found(book.read(() => readView(book.db, id)), 'id');
      const { stepNo } = book.write({ kind: 'user', verb: 'view.remove', params: { name } }, () => removeView(book.db, id));
      return { stepNo };
    },
  };
}
