import type { RawShape } from './raw-shape.ts';
import { odd, refused, requestOf, SMUGGLED } from './raw-shape.ts';

const GET = 'GET /api/session HTTP/1.1';
const MANY = 5000;

const lines: readonly RawShape[] = [
  ...[
    'get /api/session HTTP/1.1',
    'GET  /api/session HTTP/1.1',
    'GET /api/ses sion HTTP/1.1',
    'GET /api/session HTTP/1.1 x',
    'GET /api/session',
    'GET /api/session HTTP/2.0',
    'GET /api/session HTTP/9.9',
    'GET /api/session http/1.1',
    'GET\t/api/session\tHTTP/1.1',
    'G\u0000T /api/session HTTP/1.1',
    'GET /api/\u0000session HTTP/1.1',
    'GET /api/session\u00ff HTTP/1.1\u0000',
    `${'X'.repeat(5000)} /api/session HTTP/1.1`,
    `GET /api/session?${'x'.repeat(100_000)} HTTP/1.1`,
    'GET api/session HTTP/1.1',
    'PRI * HTTP/2.0',
    'CONNECT elsewhere.example:443 HTTP/1.1',
  ].map((line) => refused(`the line ${JSON.stringify(line.slice(0, 40))}`, requestOf(line, []))),
  ...[
    'GET http://elsewhere.example/api/session HTTP/1.1',
    'GET //elsewhere.example/api/session HTTP/1.1',
    'GET /api/session#x HTTP/1.1',
    'GET /api/../api/session HTTP/1.1',
    'GET /api/%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
    'GET /..\\..\\etc\\passwd HTTP/1.1',
    'GET * HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET ? HTTP/1.1',
    'GET /api/session HTTP/1.0',
    'GET /api/\u00e9 HTTP/1.1',
    'TRACE /api/session HTTP/1.1',
    'PROPFIND /api/session HTTP/1.1',
    'M-SEARCH /api/session HTTP/1.1',
  ].map((line) => odd(`the line ${JSON.stringify(line)}`, requestOf(line, []))),
];

const headers: readonly RawShape[] = [
  ...[
    'Authorization: Bearer\u0000x',
    'Autho\u0000rization: x',
    'Authorization : Bearer x',
    'Authorization',
    ': x',
    'X-Y: a\rb',
    'X Y: a',
    'X(Y): a',
  ].map((header) => refused(`the header ${JSON.stringify(header)}`, requestOf(GET, [header]))),
  refused('an overlong header', requestOf(GET, [`X-Long: ${'x'.repeat(200_000)}`])),
  refused(
    'too many headers',
    requestOf(
      GET,
      Array.from({ length: MANY }, (_, index) => `X-${index}: y`),
    ),
  ),
  refused('a header that goes on in the next line', requestOf(GET, ['X-Folded: a\r\n b'])),
  refused('two hosts', requestOf(GET, ['Host: elsewhere.example'])),
  refused('no host', `${GET}\r\n\r\n`),
  odd('an empty host', `${GET}\r\nHost:\r\n\r\n`),
  odd('a host that is none', `${GET}\r\nHost: a b/c?d#e@f\r\n\r\n`),
  odd('two credentials', requestOf(GET, ['Authorization: Bearer a', 'Authorization: Bearer b'])),
  odd('letters beyond ASCII', requestOf(GET, ['X-Request-Id: \u00e9\u00ff', 'User-Agent: \u00ff'])),
  odd(
    'an upgrade to h2c',
    requestOf(GET, ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk']),
  ),
  odd(
    'an upgrade to a web socket',
    requestOf(GET, [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Key: eA==',
      'Sec-WebSocket-Version: 13',
    ]),
  ),
  odd(
    'connection headers',
    requestOf(GET, ['Connection: close, Authorization, X-Request-Id', 'Keep-Alive: max=99999']),
  ),
];

const bytes: readonly RawShape[] = [
  refused('lines that end without a return', requestOf(GET, []).replaceAll('\r\n', '\n')),
  refused('lines that end without a feed', requestOf(GET, []).replaceAll('\r\n', '\r')),
  refused('a request without an end', `${GET}\r\nHost: fuzz\r\nX-Y: `),
  refused(
    'a greeting of TLS',
    `\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003${'\u0000'.repeat(100)}`,
  ),
  refused('a greeting of SSH', 'SSH-2.0-x\r\n'),
  refused('a proxy header', `PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n${SMUGGLED}`),
  refused('zeros', '\u0000'.repeat(10_000)),
  refused('nothing', ''),
  odd('empty lines before', `\r\n\r\n${requestOf(GET, [])}`),
];

export const HEAD_SHAPES: readonly RawShape[] = [...lines, ...headers, ...bytes];
