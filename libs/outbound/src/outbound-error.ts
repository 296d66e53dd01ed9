/** Why a call to a configured address failed, as a stable word. */
export type OutboundErrorCode = 'address-forbidden' | 'bad-url' | 'timeout' | 'too-large' | 'unreachable';

/**
 * A call that was refused or failed. The text may be shown to whoever configured the address: it holds neither the
 * URL nor the address that its name stands for.
 */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly code: OutboundErrorCode;

  constructor(code: OutboundErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
