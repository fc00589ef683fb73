import type { ShellCommand } from '#shared/contract/shell.ts';
import { createStore, type Store } from '#renderer/client/create-store.ts';

/** The command that a message of the preload script brings; null for every other message. */
function commandOf({ data, source }: MessageEvent<unknown>, page: unknown): ShellCommand | null {
  if (source !== page || typeof data !== 'object' || data === null) return null;
  if (!('type' in data) || data.type !== 'ballast-command' || !('command' in data)) return null;
  return data.command === 'log-interaction' ? data.command : null;
}

/** Keeps the latest command of the program's menu or tray until a screen has carried it out. */
export function keepShellCommands(page: EventTarget): Store<ShellCommand | null> {
  const waiting = createStore<ShellCommand | null>(null);
  page.addEventListener('message', (event) => {
    const command = commandOf(event as MessageEvent<unknown>, page);
    if (command) waiting.set(command);
  });
  return waiting;
}
