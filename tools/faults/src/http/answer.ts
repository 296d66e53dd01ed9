/** What came of one request. Times are of `performance.now()`. */
export interface Answer {
  readonly startedAt: number;
  readonly endedAt: number;
  /** 0: no answer came. */
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
  /** Why no answer came. */
  readonly error: string | undefined;
}

/** What to ask. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** After so long the request is given up; 15,000 unless told. */
  readonly giveUpMs?: number;
}

/** The answer's JSON. */
export const bodyOf = <T>(answer: Answer): T => JSON.parse(answer.text) as T;

export const isAccepted = ({ status }: Pick<Answer, 'status'>): boolean => status >= 200 && status < 300;
