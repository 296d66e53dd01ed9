/** All that a caller may learn about a refused token. */
export type TokenErrorReason = 'invalid' | 'expired';

/**
 * A refused token. `expired` means that everything else about it was right; any other fault is `invalid`,
 * and neither the message nor a cause tells which, so that probing teaches nothing.
 */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly reason: TokenErrorReason;
  readonly code: 'TOKEN_INVALID' | 'TOKEN_EXPIRED';

  constructor(reason: TokenErrorReason) {
    super(reason === 'expired' ? 'The token has expired.' : 'The token is not valid.');
    this.reason = reason;
    this.code = reason === 'expired' ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID';
  }
}
