import { createStore } from '#renderer/client/create-store.ts';

/** The one dialog of the shell that is open: no modal on a modal. */
export type ShellDialog =
  | { kind: 'log'; accountId?: string; person?: { id: string; name: string; title: string } }
  | { kind: 'review'; accountId: string }
  | { kind: 'merge'; accountId: string; person?: { id: string; name: string } }
  | { kind: 'new-book' }
  | { kind: 'open-book' }
  | { kind: 'keys' };

export const dialogStore = createStore<ShellDialog | null>(null);
