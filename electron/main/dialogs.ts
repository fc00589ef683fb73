import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { placeKinds, type PlaceKind } from '#shared/contract/shell.ts';
import type { ShellWords } from './words.ts';

const allowed: readonly string[] = ['https:', 'mailto:'];
let asking = false;

/** @returns the address when it is one that may be opened outside the program, else null */
export function externalAddress(text: string): string | null {
  const url = URL.parse(text);
  if (!url || !allowed.includes(url.protocol) || url.username || url.password) return null;
  return url.href;
}

/**
 * Opens an https or mailto address in the system's program for it, after the person has seen it and agreed.
 * Anything else, and a second address while the first is asked about, is left alone.
 */
export async function openExternal(text: string, window: BrowserWindow | null, words: ShellWords['openExternal']): Promise<void> {
  const address = externalAddress(text);
  if (!address || asking) return;
  asking = true;
  try {
    const question = {
      type: 'question' as const,
      message: words.question,
      detail: address,
      buttons: [words.open, words.cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    };
    const { response } = window ? await dialog.showMessageBox(window, question) : await dialog.showMessageBox(question);
    if (response === 0) await shell.openExternal(address);
  } finally {
    asking = false;
  }
}

const places: Record<PlaceKind, (words: ShellWords['choose']) => OpenDialogOptions> = {
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
  const { canceled, filePaths: [path] } = await dialog.showOpenDialog(window, places[known](words));
  return canceled ? null : path ?? null;
}
