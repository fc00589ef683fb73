import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { placeKinds, type PlaceKind } from '#shared/contract/shell.ts';
import type { ShellWords } from './words.ts';

const options: Record<PlaceKind, (words: ShellWords['choose']) => OpenDialogOptions> = {
  book: (words) => ({ title: words.book, filters: [{ name: words.books, extensions: ['ballast'] }], properties: ['openFile', 'dontAddToRecent'] }),
  folder: (words) => ({ title: words.folder, properties: ['openDirectory', 'createDirectory'] }),
};

/**
 * Asks the person for a place on this computer by the system's own dialog, in front of the window.
 * @param kind as the page said it
 * @returns an absolute path; null when the dialog is cancelled
 * @throws Error for a kind that there is not
 */
export async function choosePlace(kind: unknown, window: BrowserWindow, words: ShellWords['choose']): Promise<string | null> {
  const known = placeKinds.find((one) => one === kind);
  if (!known) throw new Error('there is no such dialog');
  const { canceled, filePaths: [path] } = await dialog.showOpenDialog(window, options[known](words));
  return canceled ? null : path ?? null;
}
