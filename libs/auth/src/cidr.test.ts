import { describe, expect, test } from 'vitest';
import { parseCidrs } from './cidr.ts';

describe('parseCidrs', () => {
  test.each([
    ['10.0.0.0/8', '10.255.0.1', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['10.1.2.3/8', '10.9.9.9', true],
    ['10.0.0.1', '10.0.0.1', true],
    ['10.0.0.1', '10.0.0.2', false],
    ['192.168.1.0/31', '192.168.1.2', false],
    ['0.0.0.0/0', '203.0.113.9', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['10.0.0.0/8', '::ffff:10.0.0.1', true],
    ['10.0.0.0/8', '::FFFF:a00:1', true],
    ['10.0.0.0/8', '0:0:0:0:0:ffff:0a00:0001', true],
    ['10.0.0.0/8', '::10.0.0.1', false],
    ['10.0.0.0/8', '64:ff9b::a00:1', false],
    ['::ffff:10.0.0.0/104', '10.2.3.4', true],
    ['::ffff:10.0.0.0/104', '11.2.3.4', false],
    ['::ffff:10.0.0.1', '10.0.0.1', true],
    ['::ffff:0:0/96', '203.0.113.9', true],
    ['::/0', '2001:db8::1', true],
    ['::/0', '203.0.113.9', false],
    ['::/0', '::ffff:203.0.113.9', false],
    ['2001:db8::/32', '2001:DB8:0:1::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['::1', '::1', true],
    ['::1', '127.0.0.1', false],
    ['fe80::/10', 'fe80::1%eth0', true],
  ])('%s and %s: %s', (network, address, expected) => {
    expect(parseCidrs([` ${network} `])(address)).toBe(expected);
  });

  test('one of several is enough, and none matches nothing', () => {
    const matches = parseCidrs(['10.0.0.0/8', '2001:db8::/32']);
    expect([matches('10.0.0.1'), matches('2001:db8::1'), matches('192.0.2.1')]).toEqual([true, true, false]);
    expect(parseCidrs([])('10.0.0.1')).toBe(false);
  });

  test.each(['', 'localhost', '10.0.0', '010.0.0.1', '10.0.0.1:80', '10.0.0.0/8', ' 10.0.0.1', '[::1]'])(
    '%j is no address and never matches',
    (address) => {
      expect(parseCidrs(['0.0.0.0/0', '::/0'])(address)).toBe(false);
    },
  );

  test.each([
    '',
    '/8',
    'localhost',
    '10.0.0/8',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0.0/8.0',
    '10.0.0.0/1e1',
    '10.0.0.0/ 8',
    '10.0.0.0/8/8',
    '10.0.0.0/255.0.0.0',
    '2001:db8::/129',
    '::ffff:10.0.0.0/8',
    'fe80::1%eth0/64',
    '10.0.0.0/8,11.0.0.0/8',
  ])('refuses %j by name', (network) => {
    expect(() => parseCidrs(['10.0.0.0/8', network])).toThrow(RangeError);
    expect(() => parseCidrs([network])).toThrow(`${JSON.stringify(network)} is not a network`);
  });
});
