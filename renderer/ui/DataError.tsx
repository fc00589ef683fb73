import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import classes from './DataError.module.css';

export interface DataErrorProps {
  /** What went wrong. */
  title: string;
  /** What was kept and what to do. */
  text: string;
  /** File, row, column. */
  where?: string | null | undefined;
  /** Asks again. */
  retry?: { label: string; onClick: () => void } | undefined;
  /** Other ways on. */
  actions?: ReactNode;
}

/** An error in the place where the data would be. */
export function DataError({ title, text, where, retry, actions }: DataErrorProps) {
  return (
    <div role="alert" className={classes['root']}>
      <Icon name="warning" size={17} className={classes['icon']} />
      <div className={classes['words']}>
        <p className={classes['title']}>{title}</p>
        {where && <p className={classes['where']}>{where}</p>}
        <p className={classes['text']}>{text}</p>
        {(retry !== undefined || actions !== undefined) && (
          <div className={classes['actions']}>
            {retry && <Button size="xs" onClick={retry.onClick}>{retry.label}</Button>}
            {actions}
          </div>
        )}
      </div>
    </div>
  );
}
