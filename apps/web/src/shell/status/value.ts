import { useSyncExternalStore } from 'react';

/** One value that parts of the frame share, outside of React. */
export interface Value<T> {
  get(): T;
  set(value: T): void;
  /** Called at each change, until what it returns is called. */
  watch(listener: () => void): () => void;
}

export const createValue = <T>(first: T): Value<T> => {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The value as it is, drawn anew at each change. */
export const useValue = <T>(value: Value<T>): T => useSyncExternalStore(value.watch, value.get);
