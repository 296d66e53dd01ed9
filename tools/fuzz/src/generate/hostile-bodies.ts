import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** A whole body that is not what it should be. */
export interface HostileBody {
  readonly what: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const GZIP = { 'content-encoding': 'gzip' };
const DEEP = 10_000;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const packed = gzipSync('{}');

/** Small bodies that no operation should take, or only as an empty one. */
export const HOSTILE_BODIES: readonly HostileBody[] = [
  { what: 'nothing', body: '' },
  { what: 'blanks', body: ' \n\t ' },
  ...[
    'null',
    'true',
    '0',
    '""',
    '[]',
    '[{}]',
    '{}',
    '{}{}',
    '{',
    '}',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    'NaN',
  ].map((body) => ({ what: `the text ${body}`, body })),
  { what: 'Infinity', body: '{"limit":Infinity}' },
  { what: 'a comment', body: '{/* */}' },
  { what: 'a byte order mark', body: '\ufeff{}' },
  { what: 'a field __proto__', body: '{"__proto__":{"role":"admin"}}' },
  { what: 'a field __proto__ in escapes', body: '{"\\u005f\\u005fproto__":{"role":"admin"}}' },
  { what: 'a field twice', body: '{"id":"a","id":"b","name":1,"name":"x"}' },
  { what: 'a NUL', body: '{"id":"\u0000"}' },
  { what: 'deep arrays', body: '['.repeat(DEEP) + ']'.repeat(DEEP) },
  { what: 'deep arrays without an end', body: '['.repeat(DEEP) },
  { what: 'deep objects', body: '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP) },
  { what: 'no UTF-8', body: bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d) },
  { what: 'an overlong encoding', body: bytes(0x22, 0xc0, 0xaf, 0x22) },
  { what: 'a surrogate in UTF-8', body: bytes(0x22, 0xed, 0xa0, 0x80, 0x22) },
  { what: 'UTF-16', body: Buffer.from('\ufeff{"id":"x"}', 'utf16le') },
  { what: 'gzip that is none', body: '{}', headers: GZIP },
  { what: 'gzip cut short', body: packed.subarray(0, packed.length - 4), headers: GZIP },
  {
    what: 'gzip with a wrong sum',
    body: packed.map((one, at) => (at === packed.length - 6 ? one ^ 1 : one)),
    headers: GZIP,
  },
  {
    what: 'gzip with more behind it',
    body: Buffer.concat([packed, Buffer.from('x'.repeat(100))]),
    headers: GZIP,
  },
  { what: 'gzip twice', body: gzipSync(packed), headers: GZIP },
  { what: 'gzip of nothing', body: gzipSync(''), headers: GZIP },
  { what: 'gzip without saying so', body: packed },
  { what: 'deflate', body: deflateSync('{}'), headers: { 'content-encoding': 'deflate' } },
  { what: 'brotli', body: brotliCompressSync('{}'), headers: { 'content-encoding': 'br' } },
  {
    what: 'form fields',
    body: 'username=admin&password=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  {
    what: 'a form of parts',
    body: '--b\r\nContent-Disposition: form-data; name="report"; filename="a.xml"\r\n\r\n<a/>\r\n--b--\r\n',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  },
];
