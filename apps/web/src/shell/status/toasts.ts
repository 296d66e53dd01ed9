import { createValue } from './value.ts';

const SHOWN_MS = 4000;

/** What was last told in passing; null: nothing. */
export const toast = createValue<{ readonly text: string; readonly count: number } | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;

/** Tells in passing that something was done, or was not; nothing that somebody must not miss. */
export const showToast = (text: string): void => {
  clearTimeout(timer);
  toast.set({ text, count: ++count });
  timer = setTimeout(() => toast.set(null), SHOWN_MS);
};
