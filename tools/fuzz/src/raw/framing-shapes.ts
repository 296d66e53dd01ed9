import type { RawShape } from './raw-shape.ts';
import { odd, refused, requestOf, SMUGGLED } from './raw-shape.ts';

const POST = 'POST /api/query HTTP/1.1';
const JSON_TYPE = 'Content-Type: application/json';
const chunked = `0\r\n\r\n${SMUGGLED}`;
const length = (body: string): string => `Content-Length: ${body.length}`;
const post = (what: string, headers: readonly string[], body: string): RawShape =>
  refused(what, requestOf(POST, [JSON_TYPE, ...headers], body));

/** Two readings of one length: the shapes of request smuggling. */
const ambiguous: readonly RawShape[] = [
  post('CL.TE', [length(chunked), 'Transfer-Encoding: chunked'], chunked),
  post(
    'TE.CL',
    ['Transfer-Encoding: chunked', 'Content-Length: 4'],
    `${SMUGGLED.length.toString(16)}\r\n${SMUGGLED}\r\n0\r\n\r\n`,
  ),
  ...[
    'Transfer-Encoding: xchunked',
    'Transfer-Encoding: identity',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding: gzip',
    'Transfer-Encoding : chunked',
    'Transfer-Encoding:\u000bchunked',
    'Transfer-Encoding:\r\n chunked',
    ' Transfer-Encoding: chunked',
    'X: y\nTransfer-Encoding: chunked',
    'X: y\rTransfer-Encoding: chunked',
    'Transfer-Encoding: \u0000chunked',
    'Transfer-Encoding: "chunked"',
  ].map((header) => post(`a length, and ${JSON.stringify(header)}`, [length(chunked), header], chunked)),
  post('two codings', ['Transfer-Encoding: chunked', 'Transfer-Encoding: x'], chunked),
];

/** Lengths that are none, or two. */
const lengths: readonly RawShape[] = [
  post('two lengths', ['Content-Length: 2', `Content-Length: ${2 + SMUGGLED.length}`], `{}${SMUGGLED}`),
  ...['+2', '-1', '0x2', '2 2', '2,2', '2.0', '1e1', '', '\u00b2', '99999999999999999999999', '2\u0000'].map(
    (value) => post(`the length ${JSON.stringify(value)}`, [`Content-Length: ${value}`], `{}${SMUGGLED}`),
  ),
];

/** Chunks that are none. */
const chunks: readonly RawShape[] = [
  'z\r\n{}\r\n0\r\n\r\n',
  '-1\r\n{}\r\n0\r\n\r\n',
  '0x2\r\n{}\r\n0\r\n\r\n',
  'ffffffffffffffffff\r\n{}\r\n0\r\n\r\n',
  '2\r\n{}x\r\n0\r\n\r\n',
  '2\n{}\n0\n\n',
  '2 \r\n{}\r\n0\r\n\r\n',
  `2;${'x'.repeat(100_000)}\r\n{}\r\n0\r\n\r\n`,
  '2;a=\u0000\r\n{}\r\n0\r\n\r\n',
].map((body) =>
  post(`the chunks ${JSON.stringify(body.slice(0, 30))}`, ['Transfer-Encoding: chunked'], body),
);

/** Bodies that are well framed, and still tempt a server to read them as something else. */
const tempting: readonly RawShape[] = [
  odd('a body that is a request', requestOf(POST, [JSON_TYPE, length(SMUGGLED)], SMUGGLED)),
  odd('a GET with a body', requestOf('GET /api/session HTTP/1.1', [length(SMUGGLED)], SMUGGLED)),
  odd('a body for no such path', requestOf('POST /api/none HTTP/1.1', [length(SMUGGLED)], SMUGGLED)),
  odd('a body for another method', requestOf('PUT /api/query HTTP/1.1', [length(SMUGGLED)], SMUGGLED)),
  odd('a body shorter than its length', requestOf(POST, [JSON_TYPE, 'Content-Length: 1000'], '{}')),
  odd('chunks without an end', requestOf(POST, [JSON_TYPE, 'Transfer-Encoding: chunked'], '2\r\n{}\r\n')),
  odd(
    'a trailer that is a length',
    requestOf(
      POST,
      [JSON_TYPE, 'Transfer-Encoding: chunked'],
      '2\r\n{}\r\n0\r\nContent-Length: 90\r\nAuthorization: Bearer x\r\n\r\n',
    ),
  ),
  odd(
    'a body that waits to be asked for',
    requestOf(POST, [JSON_TYPE, 'Expect: 100-continue', 'Content-Length: 2'], '{}'),
  ),
];

export const FRAMING_SHAPES: readonly RawShape[] = [...ambiguous, ...lengths, ...chunks, ...tempting];
