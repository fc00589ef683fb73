import { useCallback, useEffect, useRef, useState } from 'react';

/** Which row of the page has the focus, however the rows come and go: what has left hands it to the row in its place. */
export function useRowFocus(keys: readonly string[]) {
  const elements = useRef(new Map<string, HTMLElement>());
  const within = useRef(false);
  const [wanted, setWanted] = useState<{ key: string; place: number } | null>(null);
  const there = wanted !== null && keys.includes(wanted.key);
  const active = there ? wanted.key : keys[Math.min(wanted?.place ?? 0, keys.length - 1)] ?? null;

  useEffect(() => {
    // The row that had the focus is gone, and the focus with it.
    const lost = within.current && (document.activeElement === null || document.activeElement === document.body);
    if (!there && lost && active !== null) elements.current.get(active)?.focus();
  }, [active, there]);

  const register = useCallback((key: string) => (element: HTMLElement | null) => {
    if (element) elements.current.set(key, element);
    else elements.current.delete(key);
  }, []);
  const focus = useCallback((key: string | undefined) => {
    const element = key === undefined ? undefined : elements.current.get(key);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  }, []);
  const onFocus = useCallback((key: string) => {
    within.current = true;
    setWanted({ key, place: Math.max(0, keys.indexOf(key)) });
  }, [keys]);
  /** The focus went elsewhere by itself, not because its row left. */
  const onBlur = useCallback((to: EventTarget | null) => { if (to !== null) within.current = false; }, []);

  return { active, register, focus, onFocus, onBlur };
}

export type RowFocus = ReturnType<typeof useRowFocus>;
