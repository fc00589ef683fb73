import { Kbd } from '@mantine/core';
import { isMac } from './is-mac.ts';
import classes from './KeyHint.module.css';

const MAC_NAMES: Record<string, string> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' };

export interface KeyHintProps {
  keys: string[];
  /** Takes its colour from a filled button around it. */
  inherit?: boolean;
  /** Read out, where the caps are the content and not a hint. */
  spoken?: boolean;
}

/** Keys to press together, as caps: `<KeyHint keys={['Ctrl', 'K']} />`. ⌘ stands for Ctrl on macOS. */
export function KeyHint({ keys, inherit = false, spoken = false }: KeyHintProps) {
  return (
    <span className={classes['keys']} data-inherit={inherit || undefined} aria-hidden={spoken ? undefined : true}>
      {keys.map((key) => <Kbd key={key}>{isMac() ? (MAC_NAMES[key] ?? key) : key}</Kbd>)}
    </span>
  );
}
