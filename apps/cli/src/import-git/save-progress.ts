import type { StateFile } from './state-file.ts';

const EVERY_MS = 2000;

/** Writes down how far an import came: now and then while it runs, so that a killed one loses little, and at its end. */
export const saveProgress = (
  file: StateFile,
  workloadCreated: string | null,
  now: () => number = Date.now,
): { readonly note: (last: string | null) => void; readonly close: () => Promise<void> } => {
  let noted: string | null = null;
  let written: string | null = null;
  let writtenAt = now();
  let writing: Promise<void> = Promise.resolve();
  const write = (last: string): void => {
    [written, writtenAt] = [last, now()];
    writing = writing.then(() => file.write({ last, workloadCreated }));
    // Thrown by `close`, where it is awaited.
    writing.catch(() => undefined);
  };
  return {
    note: (last) => {
      noted = last ?? noted;
      if (noted !== null && noted !== written && now() - writtenAt >= EVERY_MS) write(noted);
    },
    close: async () => {
      if (noted !== null && noted !== written) write(noted);
      await writing;
    },
  };
};
