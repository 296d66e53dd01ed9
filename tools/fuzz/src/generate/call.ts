/** How right a call is meant to be. */
export type CallKind = 'valid' | 'near-valid' | 'hostile' | 'heavy';

/** One request, as it goes to the server, without its credential. */
export interface Call {
  /** The id of the operation that it is made for. */
  readonly operation: string;
  readonly kind: CallKind;
  /** What is wrong with it, for a reader. */
  readonly what: string;
  /** The name of the credential that it is sent with. */
  readonly credential: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  /** Sent in chunks, without a length. */
  readonly isChunked: boolean;
  /** The webhook source whose proof is added when it is sent. */
  readonly provenAs: string | undefined;
}

/** Whether a call may change something when it is accepted. */
export const mayChange = (call: Call): boolean => !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(call.method);
