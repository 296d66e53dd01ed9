import { parseOptions } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

const GOOD = 'seven tall herons';

describe('hashPassword and verifyPassword', () => {
  test('a right password matches and a wrong one does not', async () => {
    const hash = await hashPassword(GOOD);
    expect(await verifyPassword(hash, GOOD)).toBe(true);
    expect(await verifyPassword(hash, `${GOOD} `)).toBe(false);
    expect(await verifyPassword(hash, '')).toBe(false);
  });

  test('uses Argon2id at the OWASP parameters with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword(GOOD), hashPassword(GOOD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(parseOptions(one)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  });

  test('composed and decomposed spellings are the same password', async () => {
    const hash = await hashPassword('se\u0301ven tall herons');
    expect(await verifyPassword(hash, 's\u00e9ven tall herons')).toBe(true);
  });

  test('a null hash is false for every password, after comparable work', async () => {
    const hash = await hashPassword(GOOD);
    const time = async (stored: string | null) => {
      const runs: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const start = performance.now();
        expect(await verifyPassword(stored, 'not the password')).toBe(false);
        runs.push(performance.now() - start);
      }
      return Math.min(...runs);
    };
    const known = await time(hash);
    const unknown = await time(null);
    // Wide on purpose for busy machines; leaving out the work would be a factor of thousands.
    expect(unknown).toBeGreaterThan(known / 4);
    expect(unknown).toBeLessThan(known * 4);
  });

  test('256 characters pass, counted as code points; longer ones never match', async () => {
    const longest = '🦉'.repeat(256);
    const hash = await hashPassword(longest);
    expect(await verifyPassword(hash, longest)).toBe(true);
    expect(await verifyPassword(hash, `${longest}🦉`)).toBe(false);
    expect(await verifyPassword(hash, 'x'.repeat(1_000_000))).toBe(false);
  });

  test.each([
    ['empty', ''],
    ['11 characters', 'x'.repeat(11)],
    ['11 after composition', 'e\u0301'.repeat(11)],
    ['257 characters', 'x'.repeat(257)],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ])('hashing refuses a password that is %s', async (_name, password) => {
    await expect(hashPassword(password)).rejects.toThrow(RangeError);
  });

  test('a damaged stored hash is an error, not a wrong password', async () => {
    await expect(verifyPassword('plain text', GOOD)).rejects.toThrow();
  });
});
