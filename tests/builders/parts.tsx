import { isValidElement, type ReactNode } from 'react';
import type { Drawing } from './drawing.tsx';

/** One element of what a component draws, with all that was handed to it. */
export interface Part { type: unknown; props: Record<string, unknown> }

/** An element and all in it, outermost first; what is no element holds none. */
export function partsIn(node: unknown): Part[] {
  if (Array.isArray(node)) return node.flatMap(partsIn);
  if (!isValidElement<Record<string, unknown>>(node)) return [];
  return [{ type: node.type, props: node.props }, ...partsIn(node.props['children'])];
}

/**
 * Calls a component while something is drawn and hands over its elements, outermost first.
 * Handlers can be called this way without a browser; components inside of it are not opened.
 */
export function partsOf(drawing: Drawing, draw: () => ReactNode): Part[] {
  let parts: Part[] = [];
  function Caught() {
    parts = partsIn(draw());
    return null;
  }
  drawing.html(<Caught />);
  return parts;
}

/** What the first element of a component, one without hooks, draws in its turn. */
export function partsWithin(parts: readonly Part[], component: (props: never) => ReactNode): Part[] {
  return partsIn(component(parts.find(({ type }) => type === component)?.props as never));
}

/** The children of the outermost element: what a dialog holds, since the dialog itself needs a browser. */
export function Inside({ draw }: { draw: () => ReactNode }) {
  const node = draw();
  return isValidElement<{ children?: ReactNode }>(node) ? node.props.children : null;
}

/** Calls a handler of the first part that fits. @throws Error when nothing fits */
export function use(parts: readonly Part[], fits: (part: Part) => boolean, handler: string, ...args: unknown[]): void {
  const call = parts.find(fits)?.props[handler];
  if (typeof call !== 'function') throw new Error(`no part with ${handler}`);
  Reflect.apply(call, undefined, args);
}
