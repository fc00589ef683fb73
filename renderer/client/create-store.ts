/** A value outside of React that components follow by `useSyncExternalStore(store.subscribe, store.read)`. */
export interface Store<T> {
  read(): T;
  subscribe(listener: () => void): () => void;
  set(value: T): void;
}

/** Listeners are told only when the value is another one. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      listeners.forEach((listener) => listener());
    },
  };
}
