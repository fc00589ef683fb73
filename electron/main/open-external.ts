import { dialog, shell, type BrowserWindow } from 'electron';
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
