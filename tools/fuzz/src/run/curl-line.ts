import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '../generate/call.ts';
import { plainHeaders } from './send-call.ts';

const MOST_INLINE = 2000;
const PLAIN = /^[\t\n\u0020-\u007e]*$/;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A body that a terminal can't carry goes into a file. */
const bodyArguments = (body: Call['body']): string[] => {
  if (body === undefined) return [];
  if (typeof body === 'string' && body.length <= MOST_INLINE && PLAIN.test(body))
    return ['--data-binary', quoted(body)];
  const file = join(mkdtempSync(join(tmpdir(), 'codemetrics-fuzz-call-')), 'body');
  writeFileSync(file, body);
  return ['--data-binary', quoted(`@${file}`)];
};

/** A command line that sends the call; `$TOKEN` stands for its credential, `$URL` for the server. */
export const curlLine = (call: Call): string => {
  const { 'content-length': _length, ...headers } = plainHeaders(call);
  return [
    'curl -i --path-as-is --globoff',
    ...(call.method === 'HEAD' ? ['--head'] : ['-X', call.method]),
    ...Object.entries(headers).flatMap(([name, value]) => [
      '-H',
      // curl leaves a header without a value out, unless it ends in a semicolon.
      quoted(value === '' ? `${name};` : `${name}: ${value}`),
    ]),
    ...(call.credential === 'none' ? [] : ['-H', '"Authorization: Bearer $TOKEN"']),
    ...bodyArguments(call.body),
    `"$URL"${quoted(call.target)}`,
    ...(call.credential === 'none' ? [] : [`# TOKEN: ${call.credential}`]),
  ].join(' ');
};
