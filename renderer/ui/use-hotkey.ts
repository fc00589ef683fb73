import { useEffectEvent, useLayoutEffect } from 'react';
import { isTextField, matchesHotkey } from './hotkeys.ts';
import { isDialogOpen } from './is-dialog-open.ts';

export interface HotkeyOptions {
  enabled?: boolean;
  /** Leave text fields their own meaning of a `mod` shortcut, such as Ctrl Z. */
  notInText?: boolean;
  /** Act while a modal dialog is open as well. */
  inDialogs?: boolean;
}

/** Runs `action` on a shortcut anywhere in the window; IME-safe, see `matchesHotkey`. */
export function useHotkey(combo: string, action: (event: KeyboardEvent) => void, { enabled = true, notInText = false, inDialogs = false }: HotkeyOptions = {}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !matchesHotkey(event, combo)) return;
    if ((notInText && isTextField(event.target)) || (!inDialogs && isDialogOpen())) return;
    event.preventDefault();
    action(event);
  });
  // Before the first paint: what is seen can be used.
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [enabled]);
}
