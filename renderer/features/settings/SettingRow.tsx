import { useId, type ReactNode } from 'react';
import classes from './settings.module.css';

/** One setting: its name, what it does, its control. */
export function SettingRow({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  const id = useId();
  // Mantine's inputs take no description from outside; the group passes it on to who does not see it.
  const group = hint === undefined ? {} : { role: 'group', 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-hint` };
  return (
    <div className={classes['row']} {...group}>
      <div className={classes['label']}><span id={`${id}-label`}>{label}</span>{hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}</div>
      <div className={classes['control']}>{children}</div>
    </div>
  );
}
