import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Call } from './call.ts';

/** A change of how a call is sent, whatever it says. */
interface WireMutation {
  readonly what: string;
  readonly apply: (call: Call) => Call;
}

const header = (name: string, value: string): WireMutation => ({
  what: `${name}: ${value.slice(0, 40)}`,
  apply: (call) => ({ ...call, headers: { ...call.headers, [name]: value } }),
});

const without = (name: string): WireMutation => ({
  what: `no ${name}`,
  apply: (call) => ({
    ...call,
    headers: Object.fromEntries(Object.entries(call.headers).filter(([one]) => one !== name)),
  }),
});

const method = (name: string): WireMutation => ({
  what: `the method ${name}`,
  apply: (call) => ({ ...call, method: name }),
});

const target = (what: string, change: (target: string) => string): WireMutation => ({
  what,
  apply: (call) => ({ ...call, target: change(call.target) }),
});

const packed: WireMutation = {
  what: 'packed by gzip',
  apply: (call) =>
    call.body === undefined
      ? call
      : { ...call, body: gzipSync(call.body), headers: { ...call.headers, 'content-encoding': 'gzip' } },
};

/** Ways of sending that a server must take or refuse properly. */
export const WIRE_MUTATIONS: readonly WireMutation[] = [
  ...[
    'HEAD',
    'OPTIONS',
    'PROPFIND',
    'TRACE',
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'LOCK',
    'QUERY',
    'PURGE',
  ].map(method),
  ...[
    'text/plain',
    'application/json; charset=utf-8',
    'application/json; charset=utf-16',
    'APPLICATION/JSON',
    'application/json;;;',
    'application/json, text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'application/xml',
    '',
    '/',
    `application/json; ${'x'.repeat(4000)}`,
  ].map((value) => header('content-type', value)),
  without('content-type'),
  ...['gzip', 'br', 'identity', 'gzip, gzip', 'x-gzip', 'GZIP', '', 'deflate'].map((value) =>
    header('content-encoding', value),
  ),
  packed,
  ...[
    '*/*',
    'text/csv',
    'text/*;q=0.1, application/json;q=0',
    'application/json;q=0',
    'image/png',
    'application/problem+json',
    '',
    ';q=1',
    'application/json;q=5',
    `${'a/b,'.repeat(2000)}*/*`,
  ].map((value) => header('accept', value)),
  ...['x'.repeat(129), 'a b', '\u00ff', '../x', 'ok-1'].map((value) => header('x-request-id', value)),
  ...['*', 'W/"x"', '"a","b"', `"${'x'.repeat(5000)}"`].map((value) => header('if-none-match', value)),
  header('range', 'bytes=0-0'),
  header('x-http-method-override', 'DELETE'),
  header('x-forwarded-for', '127.0.0.1, ::1'),
  header('x-forwarded-host', 'elsewhere.example'),
  header('host', 'elsewhere.example'),
  header('origin', 'https://elsewhere.example'),
  header('origin', 'null'),
  header('sec-fetch-site', 'cross-site'),
  header('user-agent', 'x'.repeat(4000)),
  header('cookie', 'codemetrics_session=x; a=%00; =; ;;'),
  header('cookie', `codemetrics_session=${'x'.repeat(5000)}`),
  header('accept-language', '*;q=0'),
  header('expect', 'x'),
  { what: 'in chunks', apply: (call) => (call.body === undefined ? call : { ...call, isChunked: true }) },
  { what: 'no body', apply: (call) => ({ ...call, body: undefined }) },
  { what: 'a body', apply: (call) => ({ ...call, body: '{}' }) },
  target('a slash behind', (text) => text.replace(/(\?|$)/, '/$1')),
  target('two slashes', (text) => text.replace('/api/', '/api//')),
  target('upper case', (text) => text.toUpperCase()),
  target('a broken escape', (text) => `${text}%`),
  target('a broken escape in the path', (text) => text.replace(/(\?|$)/, '%zz$1')),
  target('NUL in the path', (text) => text.replace(/(\?|$)/, '%00$1')),
  target('an escaped letter', (text) => text.replace('/api/s', '/api/%73')),
  target('steps up', (text) => text.replace('/api/', '/api/../api/./')),
  target('an overlong segment', (text) => text.replace(/(\?|$)/, `${'x'.repeat(600)}$1`)),
  target('a matrix parameter', (text) => text.replace(/(\?|$)/, ';a=b$1')),
  target('an empty query', (text) => `${text}?`),
  target('signs in the query', (text) => `${text}${text.includes('?') ? '&' : '?'}&&=&=x&%&a=%ff&`),
  target('many parameters', (text) => `${text}${text.includes('?') ? '&' : '?'}${'a=1&'.repeat(1000)}`),
  target('another first segment', (text) => text.replace('/api/', '/apis/')),
];

/** Some mutations of how a call is sent. */
export const wireMutated = (call: Call): fc.Arbitrary<Call> =>
  fc.array(fc.nat(WIRE_MUTATIONS.length - 1), { minLength: 1, maxLength: 2 }).map((picks) =>
    picks.reduce((changed, pick) => {
      const { what, apply } = WIRE_MUTATIONS[pick]!;
      return { ...apply(changed), what: `${changed.what}; ${what}` };
    }, call),
  );
