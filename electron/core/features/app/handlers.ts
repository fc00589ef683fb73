import type { appContract } from '#shared/contract/app.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { Topic } from '#shared/contract/topics.ts';
import type { BookStatus, HostOffer } from '#shared/domain/book/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { eventStream } from '#shared/kernel/event-stream.ts';
import type { Log } from '../../ports/host-ports.ts';
import type { AppSettingsFile } from './app-settings.ts';

export interface AppDeps {
  version: string;
  hostName: string;
  offers: readonly HostOffer[];
  settings: AppSettingsFile;
  log: Log;
  /** Status of the open book; opens the book of last time at the first call. */
  bookStatus: () => BookStatus | null;
  openLast: () => void;
  subscribe: (listener: (topic: Topic) => void) => () => void;
  /** Language or theme has changed. */
  onSettings: () => void;
}

export function createAppHandlers(deps: AppDeps): HandlersOf<typeof appContract> {
  let problem: { code: string; where?: CodedError['where']; params?: CodedError['params'] } | null = null;
  let tried = false;
  return {
    state() {
      if (!tried && !deps.bookStatus()) {
        tried = true;
        try {
          deps.openLast();
        } catch (error) {
          problem = error instanceof CodedError ? { code: error.code, where: error.where, params: error.params } : { code: 'unexpected' };
          if (!(error instanceof CodedError)) deps.log.error('the book of last time could not be opened', error);
        }
      }
      const book = deps.bookStatus();
      if (book) problem = null;
      return { version: deps.version, host: deps.hostName, settings: deps.settings.settings, offers: [...deps.offers], book, recent: deps.settings.recent, problem };
    },
    saveSettings(patch) {
      const saved = deps.settings.save(patch);
      deps.onSettings();
      return saved;
    },
    // The first word says that the stream is up, so that a client knows from when on it hears everything.
    topics: (_input, { signal }) => eventStream<Topic>(deps.subscribe, signal, { topic: 'app' }),
  };
}
