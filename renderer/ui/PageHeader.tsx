import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

export interface PageHeaderProps {
  title: ReactNode;
  /** Meta beside the title, quiet. */
  note?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** What belongs under the title line, such as tabs. */
  children?: ReactNode;
}

/** The head of a page: its one h1, meta and actions. */
export function PageHeader({ title, note, actions, children }: PageHeaderProps) {
  return (
    <header className={classes['root']}>
      <div className={classes['line']}>
        <Title order={1} className={classes['title']}>{title}</Title>
        {note !== undefined && <span className={classes['note']}>{note}</span>}
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}
