import type { ReactNode } from 'react';
import classes from './ToastRegion.module.css';

/** The live region at the bottom centre of the content; always present, so that what appears in it is spoken. */
export function ToastRegion({ children, label }: { children: ReactNode; label: string }) {
  return <div role="status" aria-live="polite" aria-label={label} className={classes['region']}>{children}</div>;
}
