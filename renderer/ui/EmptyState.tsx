import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import classes from './EmptyState.module.css';

export interface EmptyStateProps {
  icon: IconName;
  /** One sentence on what will be here. */
  text: string;
  /** The one button that fills it. */
  action?: ReactNode;
  /** Less room above, for a list inside a page. */
  compact?: boolean;
}

/** Stands where a list has nothing to show. */
export function EmptyState({ icon, text, action, compact = false }: EmptyStateProps) {
  return (
    <div className={classes['root']} data-compact={compact || undefined}>
      <Icon name={icon} size={17} className={classes['icon']} />
      <Text className={classes['text']}>{text}</Text>
      {action}
    </div>
  );
}
