/** Waits. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is not undefined; throws after a time, naming what it waited for. */
export const waitFor = async <T>(
  what: string,
  limitMs: number,
  look: () => Promise<T | undefined> | T | undefined,
  everyMs = 20,
): Promise<T> => {
  const until = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`${what} did not come within ${limitMs / 1000} s`);
    await pause(everyMs);
  }
};

/** Waits for a promise, but not longer than this. */
export const within = <T>(what: string, limitMs: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limitMs / 1000} s`)), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
