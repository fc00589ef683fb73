import { initialsOf, toneOf } from './initials.ts';
import classes from './InitialsAvatar.module.css';

/** A round mark with initials; the colour follows from the name. Decoration: the name stands beside it. */
export function InitialsAvatar({ name, size = 24 }: { name: string; size?: number }) {
  const tone = toneOf(name);
  return (
    <span
      className={classes['root']}
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size <= 28 ? 11 : 13, background: `var(--bl-av${tone}-bg)`, color: `var(--bl-av${tone}-fg)` }}
    >
      {initialsOf(name, size)}
    </span>
  );
}
