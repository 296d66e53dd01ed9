/** Why the token of a CI job is not accepted. The reason is for the audit log; the caller never sees it. */
export class CiTokenRefused extends Error {
  override readonly name = 'CiTokenRefused';
  /** What is known for sure, for the audit log too. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(reason: string, details: Readonly<Record<string, unknown>> = {}) {
    super(reason);
    this.details = details;
  }
}
