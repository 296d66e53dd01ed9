import { describe, expect, test } from 'vitest';
import { uuidv7 } from './ids.ts';

describe('uuidv7', () => {
  test('lays out the example of RFC 9562 appendix A.6', () => {
    const random = () => Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidv7(new Date(0x017f22e279b0), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('version and variant stand whatever the random bits', () => {
    const all = (value: number) => uuidv7(new Date(0), (n) => new Uint8Array(n).fill(value));
    expect(all(0x00)).toBe('00000000-0000-7000-8000-000000000000');
    expect(all(0xff)).toBe('00000000-0000-7fff-bfff-ffffffffffff');
  });

  test('is random, and sorts by millisecond', () => {
    const ids = Array.from({ length: 100 }, (_, at) => uuidv7(new Date(1_750_000_000_000 + at)));
    expect([...ids].sort()).toEqual(ids);
    expect(uuidv7(new Date(0))).not.toBe(uuidv7(new Date(0)));
  });

  test.each([-1, 2 ** 48, NaN])('refuses the time %d', (time) => {
    expect(() => uuidv7(new Date(time))).toThrow(RangeError);
  });
});
