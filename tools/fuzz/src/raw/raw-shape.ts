/** Bytes that no HTTP client would send, or not so. */
export interface RawShape {
  readonly what: string;
  /** Each character is a byte. */
  readonly bytes: string;
  /**
   * `refusal`: it has no one meaning, so it must not be accepted; `one answer` at most; `anything` where it may happen
   * to be two whole requests.
   */
  readonly expects: 'refusal' | 'one answer' | 'anything';
}

/** What a smuggled request would ask for; its answer would be a second one. */
export const SMUGGLED = 'GET /api/health/live HTTP/1.1\r\nHost: x\r\n\r\n';

/** A request of these lines, with a Host, and a body. */
export const requestOf = (line: string, headers: readonly string[], body = ''): string =>
  `${[line, 'Host: fuzz', ...headers].join('\r\n')}\r\n\r\n${body}`;

export const refused = (what: string, bytes: string): RawShape => ({ what, bytes, expects: 'refusal' });
export const odd = (what: string, bytes: string): RawShape => ({ what, bytes, expects: 'one answer' });
