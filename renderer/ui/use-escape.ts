import { useEffect, useEffectEvent, type RefObject } from 'react';
import { isComposing } from './hotkeys.ts';

/** While `active`, Esc pressed inside one of `places` belongs to `onEscape` alone: what stands around them stays open. */
export function useEscape(active: boolean, places: readonly RefObject<HTMLElement | null>[], onEscape: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.key !== 'Escape' || isComposing(event) || !(target instanceof Node) || !places.some(({ current }) => current?.contains(target))) return;
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  });
  useEffect(() => {
    if (!active) return undefined;
    // Popovers take Esc on its way down, so it is taken at the very top.
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [active]);
}
