import { Tooltip, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import classes from './Rail.module.css';

export interface NavEntryProps {
  to: '/today' | '/accounts' | '/data' | '/settings';
  icon: IconName;
  label: string;
  folded: boolean;
  /** What waits there: the number, and what the number says. */
  count?: { number: string; spoken: string } | undefined;
}

/** One screen in the rail. */
export function NavEntry({ to, icon, label, folded, count }: NavEntryProps) {
  const name = count ? `${label}, ${count.spoken}` : label;
  return (
    <Tooltip label={name} position="right" disabled={!folded}>
      <Link to={to} className={classes['nav'] ?? ''} activeProps={{ 'data-active': true }} aria-label={folded ? name : undefined}>
        <Icon name={icon} size={17} />
        {!folded && <span className={classes['grow']}>{label}</span>}
        {count && <span className={classes['count']} aria-hidden="true">{count.number}</span>}
        {count && !folded && <VisuallyHidden>{count.spoken}</VisuallyHidden>}
      </Link>
    </Tooltip>
  );
}
