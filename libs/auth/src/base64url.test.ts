import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

test('bytes come back as they were', () => {
  for (let length = 1; length < 40; length += 1) {
    const bytes = randomBytes(length);
    expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes);
  }
});

test.each(['', 'A', 'AAAAA', 'AA==', 'AB', 'AAB', '+/+/', 'AA A', 'AAAA\n', 'ÄAAA'])('refuses %j', (text) => {
  expect(decodeBase64url(text)).toBeNull();
});
