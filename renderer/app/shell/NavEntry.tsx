import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import classes from './Rail.module.css';

export interface NavEntryProps {
  to: '/accounts' | '/data' | '/settings';
  icon: IconName;
  label: string;
  folded: boolean;
}

/** One screen in the rail. */
export function NavEntry({ to, icon, label, folded }: NavEntryProps) {
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link to={to} className={classes['nav'] ?? ''} activeProps={{ 'data-active': true }} aria-label={folded ? label : undefined}>
        <Icon name={icon} size={17} />
        {!folded && <span className={classes['grow']}>{label}</span>}
      </Link>
    </Tooltip>
  );
}
