import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import { KeyHint } from './KeyHint.tsx';
import classes from './UndoToast.module.css';

/** How long a toast stays while nobody points at it. */
const STAY_MS = 8_000;

export interface UndoToastProps {
  /** What was done, verb and object. */
  text: string;
  undo?: { label: string; onClick: () => void } | undefined;
  /** It is being done: the toast stays until another takes its place. */
  busy?: boolean | undefined;
  onDone: () => void;
}

/** One toast; a line drains while it stays, and rests under the pointer or the focus. Give it a key for each showing. */
export function UndoToast({ text, undo, busy = false, onDone }: UndoToastProps) {
  const [resting, setResting] = useState(false);
  const left = useRef(STAY_MS);

  useEffect(() => {
    if (resting || busy) return undefined;
    const startedAt = performance.now();
    const timer = setTimeout(onDone, left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(0, left.current - (performance.now() - startedAt));
    };
  }, [resting, busy, onDone]);

  return (
    <div
      className={classes['toast']}
      data-resting={resting || undefined}
      onPointerEnter={() => setResting(true)}
      onPointerLeave={() => setResting(false)}
      onFocus={() => setResting(true)}
      onBlur={() => setResting(false)}
    >
      {busy ? <Loader size={14} color="currentColor" className={classes['icon']} /> : <Icon name="check" size={15} className={classes['icon']} />}
      <span className={classes['text']}>{text}</span>
      {undo && (
        <button type="button" className={classes['button']} onClick={undo.onClick}>
          <Icon name="undo" size={15} />
          {undo.label}
          <KeyHint keys={['Ctrl', 'Z']} inherit />
        </button>
      )}
      {!busy && <span className={classes['track']}><span className={classes['drain']} style={{ animationDuration: `${STAY_MS}ms` }} /></span>}
    </div>
  );
}
