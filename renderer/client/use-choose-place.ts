import type { PlaceKind } from '#shared/contract/shell.ts';
import { useClient } from './use-api.ts';

/**
 * Opens the system's dialog for a place on this computer.
 * @param onChosen gets the path, unless the person cancels
 * @returns null where the host has no such dialog, and the path has to be typed
 */
export function useChoosePlace(kind: PlaceKind, onChosen: (path: string) => void): (() => void) | null {
  const { choosePlace } = useClient();
  if (!choosePlace) return null;
  return () => void choosePlace(kind).then((path) => {
    if (path !== null) onChosen(path);
  });
}
