import type { ReactNode } from 'react';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icon-paths.ts';
import classes from './book.module.css';

/** A line above the screens about the book itself, with what can be done. */
export function Notice({ icon, tone, children, actions }: { icon: IconName; tone: 'watch' | 'risk'; children: ReactNode; actions?: ReactNode }) {
  return (
    <section className={classes['notice']} data-tone={tone} role="status">
      <Icon name={icon} size={16} className={classes['noticeIcon']} />
      <div className={classes['noticeWords']}>{children}</div>
      {actions !== undefined && <div className={classes['noticeActions']}>{actions}</div>}
    </section>
  );
}
