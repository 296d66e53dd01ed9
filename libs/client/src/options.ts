/** When and how often a failed call is sent again. */
export interface RetryOptions {
  /** How many times a call is sent again after its first attempt; default 4, 0 for never. */
  readonly retries?: number;
  /** The ceiling of the first random wait, doubled for each further one; default 500. */
  readonly baseDelayMs?: number;
  /** No wait is longer; a `Retry-After` beyond it ends the call with its error at once. Default 60,000. */
  readonly maxDelayMs?: number;
  /** How long one attempt may take, up to the last byte of its answer; default 30,000. */
  readonly attemptTimeoutMs?: number;
  /** Waits; for tests. */
  readonly delay?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A number from 0 up to 1; for tests. */
  readonly random?: () => number;
}

/** A credential as it is, or a function that is asked before every attempt, so that a rotated one is taken up. */
export type TokenSource = string | (() => string | null | undefined | Promise<string | null | undefined>);

/** What `createClient` takes. */
export interface ClientOptions {
  /** Where the server is, such as `https://metrics.example.com`; empty for the page's own origin. */
  readonly url: string;
  /** Without one, a browser's session cookie is used. */
  readonly token?: TokenSource;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
  readonly retry?: RetryOptions | false;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every single call takes after its input. */
export interface CallOptions {
  /** Ends the call, its waits included, with the signal's own reason. */
  readonly signal?: AbortSignal;
  /** Instead of `retry.attemptTimeoutMs`. */
  readonly timeoutMs?: number;
}
