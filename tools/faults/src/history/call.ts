/** One request and what came of it; times are of `performance.now()`. */
export interface Call {
  /** What kind of request it was, such as `tokens.create`. */
  readonly what: string;
  readonly url: string;
  readonly requestId: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** 0: no answer came. */
  readonly status: number;
  readonly hasRetryAfter: boolean;
  readonly error: string | undefined;
  /** The id of the credential that it carried. */
  readonly credential: string | undefined;
  /** The batch that it sent. */
  readonly batch: string | undefined;
  /** The id of the credential that it was to end. */
  readonly target: string | undefined;
  /** The audit log’s word for the change that it asked for. */
  readonly action: string | undefined;
}

export const accepted = ({ status }: Pick<Call, 'status'>): boolean => status >= 200 && status < 300;

/** No answer, or one that leaves open whether the change was made. */
export const isUnknown = ({ status }: Pick<Call, 'status'>): boolean => status === 0 || status >= 500;
