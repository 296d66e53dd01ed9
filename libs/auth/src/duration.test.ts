import { describe, expect, test } from 'vitest';
import { MAX_DURATION_SECONDS, parseDuration } from './duration.ts';

describe('parseDuration', () => {
  test.each([
    ['3600', 3_600],
    ['45s', 45],
    ['30min', 1_800],
    ['12h', 43_200],
    ['90d', 7_776_000],
    ['90 d', 7_776_000],
    [' 2w\n', 1_209_600],
    ['1y', 31_536_000],
    ['100y', MAX_DURATION_SECONDS],
  ])('%j is %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each(['30m', '1mo', '1M', '6 months', '1month', '2mos'])('%s is ambiguous', (text) => {
    expect(() => parseDuration(text)).toThrow(RangeError);
    expect(() => parseDuration(text)).toThrow(/ambiguous.*min.*days/);
  });

  test.each([
    ['', 'not a duration'],
    ['d', 'not a duration'],
    ['-1d', 'not a duration'],
    ['+1d', 'not a duration'],
    ['1.5h', 'not a duration'],
    ['1e3', 'not a duration'],
    ['0x10', 'not a duration'],
    ['1h30min', 'not a duration'],
    ['١d', 'not a duration'],
    ['1d\n2d', 'not a duration'],
    ['Infinity', 'not a duration'],
    ['5 days', 'is not known'],
    ['5D', 'is not known'],
    ['5constructor', 'is not known'],
    ['101y', 'too long'],
    ['9'.repeat(400), 'too long'],
    ['0', 'too short'],
    ['0d', 'too short'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parseDuration(text)).toThrow(RangeError);
    expect(() => parseDuration(text)).toThrow(message);
  });

  test('zero passes when allowed', () => {
    expect(parseDuration('0', { allowZero: true })).toBe(0);
    expect(parseDuration('0d', { allowZero: true })).toBe(0);
  });

  test('a message stays short', () => {
    const error = (() => {
      try {
        return parseDuration('x'.repeat(5_000));
      } catch (thrown) {
        return String(thrown);
      }
    })();
    expect(String(error).length).toBeLessThan(250);
  });
});
