const REDRAW_MS = 100;
const NEXT_LINE_MS = 2000;

/** Shows how far a long work is. */
export interface Progress {
  /** Shows the state of the work, unless one was shown a moment ago. */
  show(text: string): void;
  /** Leaves a last line of the work. */
  done(text: string): void;
}

/** Where it is shown, such as standard output. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** On a terminal one line that is drawn over; elsewhere, such as in a log, a new line now and then. */
export const createProgress = (output: Output, now: () => number = Date.now): Progress => {
  const isTerminal = output.isTTY === true;
  // A log needs no line for what is done before two seconds have passed.
  let last = isTerminal ? 0 : now();
  return {
    show: (text) => {
      if (now() - last < (isTerminal ? REDRAW_MS : NEXT_LINE_MS)) return;
      last = now();
      // A line that wraps could not be drawn over.
      const fitting = isTerminal ? text.slice(0, (output.columns ?? 80) - 1) : text;
      output.write(isTerminal ? `\r\u001b[K${fitting}` : `${fitting}\n`);
    },
    done: (text) => {
      last = isTerminal ? 0 : now();
      output.write(isTerminal ? `\r\u001b[K${text}\n` : `${text}\n`);
    },
  };
};

/** `12345` as `12,345`. */
export const withCommas = (count: number): string => count.toLocaleString('en-US');
