import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SectionHeading.module.css';

export interface SectionHeadingProps {
  children: ReactNode;
  /** Count or meta behind the heading. */
  note?: ReactNode;
  /** Link or button at the right. */
  action?: ReactNode;
  /** A hairline under it, for lists. */
  line?: boolean;
  order?: 2 | 3;
  id?: string;
}

/** Heading of a section within a page. */
export function SectionHeading({ children, note, action, line = false, order = 2, id }: SectionHeadingProps) {
  return (
    <div className={classes['root']} data-line={line || undefined}>
      <Title order={order} id={id}>{children}</Title>
      {note !== undefined && <span className={classes['note']}>{note}</span>}
      {action !== undefined && <span className={classes['action']}>{action}</span>}
    </div>
  );
}
