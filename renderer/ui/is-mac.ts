/** Whether the person's keyboard says ⌘ where others say Ctrl. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);
}
