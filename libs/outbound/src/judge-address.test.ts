import { describe, expect, test } from 'vitest';
import { createAddressJudge } from './judge-address.ts';

const FORBIDDEN = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::10.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::10.0.0.1',
  '64:ff9b:1::7f00:1',
  '64:ff9b:1:ffff:ffff:ffff:808:808',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:a00:1::1',
  '2002:a9fe:a9fe::1',
  '3fff::1',
  '4000::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  // No addresses at all, however some programs would read them.
  '',
  'localhost',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '[::1]',
];

const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450::1',
  // What stands for a public IPv4 address.
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
  '2002:101:101::',
];

describe('what may be called', () => {
  const judge = createAddressJudge([]);

  test.each(FORBIDDEN)('%s may not', (address) => expect(judge(address)).toBe('forbidden'));

  test.each(PUBLIC)('%s may', (address) => expect(judge(address)).toBe('public'));

  test('the networks of the setting may, and no neighbour of theirs', () => {
    const some = createAddressJudge(['10.1.0.0/16', 'fd00:1::/32', '127.0.0.1']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '64:ff9b::a01:203', '2002:a01:203::', 'fd00:1::9'])
      expect(some(address)).toBe('allowed');
    expect(some('127.0.0.1')).toBe('allowed');
    for (const address of ['10.2.0.1', '::ffff:10.2.0.1', 'fd00:2::9', '127.0.0.2', '::1'])
      expect(some(address)).toBe('forbidden');
    expect(some('1.1.1.1')).toBe('public');
  });

  test('a malformed network is named', () => {
    expect(() => createAddressJudge(['10.0.0.0/33'])).toThrow('10.0.0.0/33');
  });
});
