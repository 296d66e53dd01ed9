import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
  ['/', '/'],
  ['/tokens', '/tokens'],
  ['/tokens?a=1&b=%2F%2Fevil.example#c', '/tokens?a=1&b=%2F%2Fevil.example#c'],
  ['/wörkloads', '/w%C3%B6rkloads'],
  ['/%2F/evil.example', '/%2F/evil.example'],
  ['/authors', '/authors'],
])('%j is a path of this app', (value, path) => {
  expect(localPath(value)).toBe(path);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/%0d/..//evil.example',
  'evil',
  '/\ud800',
  '/API/session',
  '/auth',
])('%j is none', (value) => expect(localPath(value)).toBeUndefined());

test('whatever is let through stays on this server, and is plain ASCII', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      '\t',
      '\n',
      'evil.example',
      'http:',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(`/${pieces.join('')}`);
      if (path === undefined) return;
      expect(new URL(path, 'https://metrics.example').origin).toBe('https://metrics.example');
      expect(path).toMatch(/^\/(?![/\\])[\u0021-\u007e]*$/);
    }),
    { numRuns: 2000 },
  );
});
