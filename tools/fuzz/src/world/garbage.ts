const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What no server may take for a credential, as an `Authorization` header has it. */
export const GARBAGE: readonly string[] = [
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Bearer x y',
  'Basic YWRtaW46YWRtaW4=',
  `Bearer ${'x'.repeat(5000)}`,
  `Bearer ${part({ alg: 'none' })}.${part({ sub: 'admin', iss: 'codemetrics', aud: 'codemetrics' })}.`,
  `Bearer ${part({ alg: 'HS256', kid: '../../../dev/null' })}.${part({ sub: 'admin' })}.${'A'.repeat(43)}`,
  `Bearer ${part({ alg: 'RS256', jku: 'http://127.0.0.1:1/' })}.${part({})}.x`,
  `Bearer ${part('__proto__')}.${part(null)}.${part([])}`,
  `Bearer ${part({ alg: 'HS256', crit: ['exp'] })}.${part({ exp: '1e400' })}.\u00ff`,
  'Bearer ....',
  'bearer\tx',
];
