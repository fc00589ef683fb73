import { isMac } from './is-mac.ts';

/** The part of a keyboard event that a shortcut looks at. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
  target: EventTarget | null;
}

/** Key code that browsers give every key an input method swallows. */
const IME_KEY_CODE = 229;

const TEXT_FIELD = 'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]):not([type=range]), textarea, select, [contenteditable]:not([contenteditable=false])';

/** Whether an input method is at work: its keys are never shortcuts. */
export const isComposing = (event: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean => event.isComposing || event.keyCode === IME_KEY_CODE;

/** Whether keys pressed at `target` are text. */
export function isTextField(target: EventTarget | null): boolean {
  return typeof Element !== 'undefined' && target instanceof Element && target.closest(TEXT_FIELD) !== null;
}

interface Combo { mod: boolean; shift: boolean; alt: boolean; key: string }

function parseCombo(combo: string): Combo {
  const parts = combo.split('+');
  return { mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt'), key: parts.at(-1) ?? '' };
}

/** Letters are known by their place too: under a Chinese or Cyrillic layout `key` is another character. */
function isKey(event: KeyPress, key: string): boolean {
  return event.key.toLowerCase() === key || (/^[a-z]$/.test(key) && event.code === `Key${key.toUpperCase()}`);
}

/**
 * Whether a key press is the shortcut: `mod+k`, `mod+shift+z`, `escape`, `g`, `?`. `mod` is Ctrl, ⌘ on macOS.
 * Never during composition; a shortcut without `mod` never inside a text field.
 */
export function matchesHotkey(event: KeyPress, combo: string): boolean {
  if (isComposing(event)) return false;
  const wanted = parseCombo(combo);
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const otherMod = isMac() ? event.ctrlKey : event.metaKey;
  if (mod !== wanted.mod || otherMod || event.altKey !== wanted.alt) return false;
  // A sign such as ? needs Shift on some layouts and none on others.
  const isSign = /^[^a-z0-9]$/.test(wanted.key);
  if (!isSign && event.shiftKey !== wanted.shift) return false;
  if (!wanted.mod && wanted.key !== 'escape' && isTextField(event.target)) return false;
  return isKey(event, wanted.key);
}
