import { describe, expect, test } from 'vitest';
import { DomainError } from '@codemetrics/contracts';
import { databaseZone, refuseUnknownZone } from './database-zone.ts';

test('a short name or an alias becomes the zone that it stands for; a full name stays', () => {
  const zones = ['CET', 'PST', 'US/Pacific-New', 'europe/berlin', 'Europe/Berlin', 'UTC'];
  expect(zones.map(databaseZone)).toEqual([
    'Europe/Brussels',
    'America/Los_Angeles',
    'America/Los_Angeles',
    'Europe/Berlin',
    'Europe/Berlin',
    'UTC',
  ]);
});

describe('refuseUnknownZone', () => {
  const refusal = (error: unknown): unknown => {
    try {
      return refuseUnknownZone(error, 'Mars/Olympus');
    } catch (thrown) {
      return thrown;
    }
  };

  test('makes the database’s refusal the caller’s to mend, naming the zone', () => {
    const cause = Object.assign(new Error('time zone "Mars/Olympus" not recognized'), { code: '22023' });
    const thrown = refusal(cause);
    expect(thrown).toBeInstanceOf(DomainError);
    expect(thrown).toMatchObject({
      code: 'invalid-input',
      detail: expect.stringContaining('Mars/Olympus') as string,
      errors: [{ path: 'timezone' }],
      cause,
    });
  });

  test.each([Object.assign(new Error('down'), { code: '57P01' }), new Error('22023'), 'text', undefined])(
    'leaves any other failure as it is: %s',
    (error) => {
      expect(refusal(error)).toBe(error);
    },
  );
});
