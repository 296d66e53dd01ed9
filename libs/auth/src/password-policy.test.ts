import { describe, expect, test } from 'vitest';
import { checkPasswordPolicy } from './password-policy.ts';

const check = (password: string, username = 'marge') => checkPasswordPolicy(password, { username }).join(' ');

describe('checkPasswordPolicy', () => {
  test.each([
    'seven tall herons',
    'correct horse battery',
    'k7m2p-xw4td-9hqzr-abcde-fghjk',
    'Überraschung im Mai',
    'xK9#mQ2$vL7!',
    'secretary birds stroll',
  ])('accepts %s', (password) => {
    expect(checkPasswordPolicy(password, { username: 'marge' })).toEqual([]);
  });

  test.each([
    'password1234',
    'Password1234!',
    'P@ssw0rd1234',
    'p4ssw0rd2024',
    'passwordpassword',
    'adminadmin12',
    'letmein123456',
    'welcome2024!!',
    'qwertyuiop12',
    'qwertyuiopas',
    '1q2w3e4r5t6y',
    '123456789012',
    'abcdefghijkl',
    '9876543210987',
    'codemetrics1',
    'changeme-please',
  ])('refuses %s as too common', (password) => {
    expect(check(password)).toContain('first that an attacker would try');
  });

  test('refuses lengths outside 12 to 256', () => {
    expect(check('hK4#zz9wQp1')).toContain('at least 12');
    expect(check('')).toContain('at least 12');
    expect(check('seven tall herons '.repeat(20))).toContain('at most 256');
    expect(check('x'.repeat(1_000_000))).toContain('at most 256');
  });

  test('refuses the username, in any case and place', () => {
    expect(check('seven tall MARGE herons')).toContain('username');
    expect(check('marge.simpson', 'marge.simpson')).toContain('username');
    expect(check('seven tall herons', 'al')).toBe('');
    expect(check('seven tall herons', '')).toBe('');
  });

  test('refuses few different characters', () => {
    expect(check('zkzkzkzkzkzkzk')).toContain('different characters');
  });

  test('does not stall on many words with a wrong end', () => {
    expect(check(`${'password'.repeat(31)}vvv`)).toBe('');
  });

  test('lists every problem at once', () => {
    expect(checkPasswordPolicy('marge', { username: 'marge' })).toHaveLength(2);
  });
});
