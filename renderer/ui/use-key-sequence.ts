import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { isComposing, isTextField } from './hotkeys.ts';
import { isDialogOpen } from './is-dialog-open.ts';
import { createKeySequence } from './key-sequence.ts';

/** Runs an action when `leader` and then one of the letters is pressed, outside of text and dialogs. */
export function useKeySequence(leader: string, actions: Record<string, () => void>): void {
  const [sequence] = useState(() => createKeySequence(leader));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event) || isTextField(event.target) || isDialogOpen()) return;
    // A letter behind the leader belongs to the sequence, even where a focused row has a meaning for it.
    const action = actions[sequence.press(event.key, event.timeStamp) ?? ''];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
  // Before the first paint: what is seen can be used.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
