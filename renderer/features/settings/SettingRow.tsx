import type { ReactNode } from 'react';
import classes from './settings.module.css';

/** One setting: its name, what it does, its control. */
export function SettingRow({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={classes['row']}>
      <div className={classes['label']}>{label}{hint !== undefined && <small>{hint}</small>}</div>
      <div className={classes['control']}>{children}</div>
    </div>
  );
}
