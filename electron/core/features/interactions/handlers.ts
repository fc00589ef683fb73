import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { interactionsContract } from '#shared/contract/interactions.ts';
import { planLog } from '#shared/domain/interaction/plan-log.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { dropDraft, readDraft, saveDraft } from './drafts.ts';
import { accountName, logInteraction, removeInteraction } from './log-interaction.ts';
import { readInteraction } from './read-interaction.ts';

export interface InteractionsDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'ids'>;
}

export function createInteractionsHandlers({ current, ports }: InteractionsDeps): HandlersOf<typeof interactionsContract> {
  return {
    log(input) {
      const book = current.get();
      const plan = planLog(input, () => ports.ids.uuid());
      const name = book.read(() => accountName(book.db, input.accountId));
      const { stepNo } = book.write({ kind: 'user', verb: 'interaction.log', params: { name, summary: input.summary } }, () => {
        logInteraction(book, input, plan, ports.clock.now());
      });
      return { id: plan.interactionId, taskIds: plan.tasks.map(({ id }) => id), stepNo };
    },
    get({ id }) {
      const book = current.get();
      return book.read(() => readInteraction(book.db, id));
    },
    remove({ id }) {
      const book = current.get();
      const { accountId, summary } = book.read(() => readInteraction(book.db, id));
      const params = { name: accountName(book.db, accountId), summary };
      const { stepNo } = book.write({ kind: 'user', verb: 'interaction.remove', params }, () => removeInteraction(book.db, id));
      return { stepNo };
    },
    draft({ key }) {
      return readDraft(current.get(), key);
    },
    saveDraft({ key, value }) {
      const savedAt = ports.clock.now();
      saveDraft(current.get(), key, { value, savedAt });
      return { savedAt };
    },
    dropDraft({ key }) {
      dropDraft(current.get(), key);
    },
  };
}
