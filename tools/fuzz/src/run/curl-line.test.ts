import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../generate/call.ts';
import { curlLine } from './curl-line.ts';

const call: Call = {
  ...{ operation: 'x', kind: 'valid', what: '', credential: 'none', method: 'GET', target: '/api/a?b=%00' },
  ...{ headers: {}, body: undefined, isChunked: false, provenAs: undefined },
};

test('a call becomes a command without its credential', () => {
  expect(curlLine(call)).toBe(`curl -i --path-as-is --globoff -X GET "$URL"'/api/a?b=%00'`);
  const headers = { 'content-type': 'application/json', accept: '' };
  expect(
    curlLine({ ...call, credential: 'admin-session', method: 'POST', headers, body: `{"a":"it's"}` }),
  ).toBe(
    `curl -i --path-as-is --globoff -X POST -H 'content-type: application/json' -H 'accept;' ` +
      `-H "Authorization: Bearer $TOKEN" --data-binary '{"a":"it'\\''s"}' "$URL"'/api/a?b=%00' # TOKEN: admin-session`,
  );
});

test.each([['\u0000'], ['x'.repeat(5000)], [Uint8Array.of(255, 0)]])(
  'what a terminal can’t carry goes into a file (%#)',
  (body) => {
    const file = /@([^']+)'/.exec(curlLine({ ...call, body }))![1]!;
    expect(readFileSync(file)).toEqual(Buffer.from(body as string));
    rmSync(dirname(file), { recursive: true });
  },
);
