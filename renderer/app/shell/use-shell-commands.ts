import { useEffect, useSyncExternalStore } from 'react';
import { keepShellCommands } from './shell-commands.ts';

// From the start of the page: a window that is opened for a command hears it before there is a screen.
const waiting = keepShellCommands(window);

/** Carries out what the menu and the tray of the program around the page ask for. */
export function useShellCommands(openLog: () => void): void {
  const command = useSyncExternalStore(waiting.subscribe, waiting.read);
  useEffect(() => {
    if (command !== 'log-interaction') return;
    waiting.set(null);
    openLog();
  }, [command, openLog]);
}
