import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { reviewsContract } from '#shared/contract/reviews.ts';
import { found } from '#shared/kernel/found.ts';
import type { ReviewsDeps } from './reviews-deps.ts';
import { deleteTemplate, listTemplates, templateName, writeTemplate } from './templates.ts';

type Templates = Pick<HandlersOf<typeof reviewsContract>, 'templates' | 'saveTemplate' | 'removeTemplate'>;

/** A person's own templates of reviews. */
export function createTemplateHandlers({ current, ports }: Pick<ReviewsDeps, 'current' | 'ports'>): Templates {
  return {
    templates() {
      const book = current.get();
      return book.read(() => listTemplates(book.db));
    },
    saveTemplate({ id: known, name, sections }) {
      const book = current.get();
      if (known !== undefined) found(book.read(() => templateName(book.db, known)), 'id');
      const id = known ?? ports.ids.uuid();
      const { stepNo } = book.write({ kind: 'user', verb: known === undefined ? 'template.create' : 'template.update', params: { name } }, () => writeTemplate(book.db, { id, name, document: { version: 1, sections } }));
      return { id, stepNo };
    },
    removeTemplate({ id }) {
      const book = current.get();
      const name = found(book.read(() => templateName(book.db, id)), 'id');
      const { stepNo } = book.write({ kind: 'user', verb: 'template.remove', params: { name } }, () => deleteTemplate(book.db, id));
      return { stepNo };
    },
  };
}
