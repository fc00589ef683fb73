import { createStore } from '#renderer/client/create-store.ts';

/** Whether the stream of topics is open: the core is there. */
export const connectionStore = createStore(true);
