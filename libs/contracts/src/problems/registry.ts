/** What one problem code means to the caller. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  /** For the documentation: when it happens and what to do. */
  readonly help: string;
}

const entry = (status: number, title: string, help: string): ProblemEntry => ({ status, title, help });

/** Every problem that the API answers with, as data: a code's status and title stand nowhere else. */
export const PROBLEMS = {
  'invalid-input': entry(400, 'Invalid input', 'Correct the fields named in `errors` and send again.'),
  'malformed-body': entry(400, 'Malformed body', 'The body is not what its content type says.'),
  'invalid-cursor': entry(400, 'Invalid cursor', 'Start again without `cursor`; it belongs to one listing.'),
  'unknown-metric': entry(400, 'Unknown metric', 'GET /api/query/metrics lists the metrics.'),
  'unsupported-grouping': entry(
    400,
    'Unsupported grouping',
    'The catalogue lists the dimensions of each metric.',
  ),
  'url-forbidden': entry(
    400,
    'URL not permitted',
    'Use https and a public host, or a network that OUTBOUND_ALLOWED names.',
  ),
  'invalid-report': entry(
    400,
    'Invalid report',
    'The report could not be read; `detail` names the line or element.',
  ),
  'unknown-report-format': entry(400, 'Unknown report format', 'Name the format with `format`.'),
  'credential-missing': entry(401, 'Credential missing', 'Send `Authorization: Bearer TOKEN`.'),
  'credential-invalid': entry(401, 'Credential invalid', 'The token is not one of this server.'),
  'credential-expired': entry(401, 'Credential expired', 'Sign in again or use a new token.'),
  'credential-revoked': entry(401, 'Credential revoked', 'The token was revoked; use a new one.'),
  'sign-in-failed': entry(401, 'Sign-in failed', 'The user name or the password is wrong.'),
  'local-passwords-off': entry(
    403,
    'Passwords are switched off',
    'Sign in through a provider; GET /api/session/providers lists them.',
  ),
  'sign-in-expired': entry(
    400,
    'Sign-in expired',
    'It took too long, was used already or began in another browser. Begin again.',
  ),
  'provider-refused': entry(403, 'Refused by the provider', 'You cancelled it, or have no access there.'),
  'provider-failed': entry(
    502,
    'Provider’s answer not accepted',
    'What the provider answered did not pass the checks; the log tells why.',
  ),
  'provider-unavailable': entry(503, 'Provider unavailable', 'Try again in a moment.'),
  'no-role': entry(403, 'No role', 'None of your groups at the provider has a role here.'),
  'username-missing': entry(403, 'No user name', 'The provider tells no usable user name.'),
  'account-exists': entry(
    409,
    'User name taken',
    'Another user of this server has this name already; ask an administrator.',
  ),
  'account-disabled': entry(403, 'User disabled', 'An administrator can enable the user again.'),
  'ci-token-refused': entry(
    401,
    'CI token refused',
    'The token of the CI job was not accepted; the audit log tells an administrator why.',
  ),
  'signature-invalid': entry(
    401,
    'Signature invalid',
    'The sender must sign with the secret set for this source.',
  ),
  'scope-missing': entry(403, 'Scope missing', 'Use a credential with the scope that `detail` names.'),
  'session-required': entry(403, 'Session required', 'Sign in as a person; a service token may not do this.'),
  'service-token-required': entry(403, 'Service token required', 'Only a service token can rotate itself.'),
  'workload-forbidden': entry(403, 'Workload not permitted', 'The credential is limited to other workloads.'),
  'grant-exceeds-maker': entry(403, 'Grant exceeds its maker', 'Nobody can give more than they have.'),
  'not-owner': entry(403, 'Not the owner', 'Only its owner or an administrator may change it.'),
  'csrf-refused': entry(
    403,
    'Cross-site request refused',
    'Send the request from the web app, or use a bearer token.',
  ),
  'address-forbidden': entry(
    403,
    'Address not permitted',
    'The token may only be used from its allowed networks.',
  ),
  'not-found': entry(404, 'Not found', 'There is no such thing, or you may not know of it.'),
  'workload-not-found': entry(404, 'Workload not found', 'Create it with POST /api/workloads.'),
  'method-not-allowed': entry(405, 'Method not allowed', 'The `Allow` header lists the methods.'),
  'not-acceptable': entry(406, 'Not acceptable', 'Ask for `application/json`.'),
  conflict: entry(409, 'Conflict', 'Something with this name exists already.'),
  'last-administrator': entry(409, 'Last administrator', 'Make another user an administrator first.'),
  'state-conflict': entry(409, 'Conflicting state', 'What you ask does not fit its present state.'),
  'payload-too-large': entry(413, 'Payload too large', 'Send fewer rows or a smaller document.'),
  'unsupported-media-type': entry(
    415,
    'Unsupported media type',
    'Send the content type that the operation documents.',
  ),
  'headers-too-large': entry(431, 'Header fields too large', 'Send smaller headers.'),
  'rate-limited': entry(429, 'Rate limit exceeded', 'Wait as long as `Retry-After` says.'),
  'sign-in-locked': entry(429, 'Sign-in locked', 'Too many failures; wait as long as `Retry-After` says.'),
  'too-many-jobs': entry(429, 'Too many query jobs', 'Wait for one of your jobs to end, or cancel one.'),
  'request-timeout': entry(408, 'Request timeout', 'The request took too long to arrive.'),
  internal: entry(500, 'Internal error', 'Tell your administrator the request id in `instance`.'),
  unavailable: entry(503, 'Service unavailable', 'Try again after `Retry-After` seconds.'),
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;
