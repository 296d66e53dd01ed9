import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GUARDS } from './guards.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('the list of guards', () => {
  test.each(GUARDS.map((guard) => [guard.promise, guard] as const))(
    '%s: fits the sources',
    (_name, guard) => {
      expect(existsSync(ROOT + guard.test), guard.test).toBe(true);
      for (const { file, find, replace } of guard.edits) {
        const text = readFileSync(ROOT + file, 'utf8');
        expect(text.split(find).length - 1, `${file}: ${find}`).toBe(1);
        expect(replace).not.toBe(find);
      }
    },
  );

  test('names each promise once', () => {
    expect(new Set(GUARDS.map(({ promise }) => promise)).size).toBe(GUARDS.length);
  });
});
