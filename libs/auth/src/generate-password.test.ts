import { expect, test } from 'vitest';
import { generatePassword } from './generate-password.ts';
import { checkPasswordPolicy } from './password-policy.ts';

test('a generated password has 5 groups of 5 unmistakable characters and at least 100 bits', () => {
  const seen = new Set<string>();
  const characters = new Set<string>();
  for (let run = 0; run < 500; run += 1) {
    const password = generatePassword();
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{5}(?:-[a-hjkmnp-z2-9]{5}){4}$/);
    expect(checkPasswordPolicy(password, { username: 'marge' })).toEqual([]);
    seen.add(password);
    for (const character of password.replaceAll('-', '')) characters.add(character);
  }
  expect(seen.size).toBe(500);
  expect(25 * Math.log2(characters.size)).toBeGreaterThan(100);
});
