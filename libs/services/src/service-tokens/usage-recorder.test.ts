import { describe, expect, test } from 'vitest';
import type { TokenUse } from '@codemetrics/database';
import { createUsageRecorder } from './usage-recorder.ts';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const DAY = '2026-03-02';
const use = (
  time: string,
  over: Partial<{ tokenId: string; operation: string; failed: boolean; address: string }> = {},
) => ({
  tokenId: over.tokenId ?? 'token',
  operation: over.operation ?? 'runQuery',
  failed: over.failed ?? false,
  at: new Date(`${DAY}T${time}Z`),
  request: { id: 'r', address: over.address ?? '10.0.0.1', userAgent: 'curl' },
});

/** A recorder whose writes are kept, and fail as often as told. */
const recording = (failures = 0) => {
  const written: TokenUse[][] = [];
  let left = failures;
  const recorder = createUsageRecorder(async (uses) => {
    await soon();
    if (left-- > 0) throw new Error('no database');
    written.push(structuredClone(uses));
  });
  return { ...recorder, written };
};
const count = (calls: number, failures: number, operation = 'runQuery', day = DAY) => ({
  day,
  operation,
  calls,
  failures,
});

const from = (address: string, time: string, network = '10.0.0.0/24') => ({
  network,
  address,
  at: new Date(`${DAY}T${time}Z`),
});

describe('the usage recorder', () => {
  test('writes nothing where nothing was used', async () => {
    const { flush, written } = recording();
    await flush();
    expect(written).toEqual([]);
  });

  test('adds up calls and failures by token, day and operation, and keeps the newest use', async () => {
    const { record, flush, written } = recording();
    record(use('10:00:00'));
    record(use('12:00:00', { address: '10.0.0.2', failed: true }));
    record(use('11:00:00', { operation: 'sendCommits' })); // told late
    record({ ...use('00:00:00'), at: new Date('2026-03-03T00:00:00Z') });
    record(use('09:00:00', { tokenId: 'other' }));
    await flush();
    expect(written).toEqual([
      [
        {
          tokenId: 'token',
          lastUsed: new Date('2026-03-03T00:00:00Z'),
          lastUsedFrom: '10.0.0.1',
          lastUserAgent: 'curl',
          counts: [count(2, 1), count(1, 0, 'sendCommits'), count(1, 0, 'runQuery', '2026-03-03')],
          networks: [from('10.0.0.1', '10:00:00')],
        },
        {
          tokenId: 'other',
          lastUsed: new Date(`${DAY}T09:00:00Z`),
          lastUsedFrom: '10.0.0.1',
          lastUserAgent: 'curl',
          counts: [count(1, 0)],
          networks: [from('10.0.0.1', '09:00:00')],
        },
      ],
    ]);
  });

  test('writes each use once', async () => {
    const { record, flush, written } = recording();
    record(use('10:00:00'));
    await flush();
    await flush();
    record(use('11:00:00'));
    await flush();
    expect(written.map((uses) => uses[0]!.counts)).toEqual([[count(1, 0)], [count(1, 0)]]);
  });

  test('what could not be written is kept, and what came meanwhile is added', async () => {
    const { record, flush, written } = recording(2);
    record(use('10:00:00'));
    record(use('10:01:00', { failed: true }));
    const failing = expect(flush()).rejects.toThrow('no database');
    await soon(); // the write is under way
    record(use('11:00:00', { address: '10.0.0.9' }));
    record(use('11:30:00', { operation: 'sendCommits', address: '10.0.0.9' }));
    await failing;
    await expect(flush()).rejects.toThrow('no database');
    await flush();
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject([
      { tokenId: 'token', lastUsed: new Date(`${DAY}T11:30:00Z`), lastUsedFrom: '10.0.0.9' },
    ]);
    expect(new Set(written[0]![0]!.counts)).toEqual(new Set([count(3, 1), count(1, 0, 'sendCommits')]));
  });

  test('flushes follow one another, so that no use is written twice at once', async () => {
    let release = (): void => undefined;
    const order: string[] = [];
    const recorder = createUsageRecorder(async (uses) => {
      order.push(`begin ${uses[0]!.counts[0]!.calls}`);
      await new Promise<void>((resolve) => (release = resolve));
      order.push('end');
    });
    recorder.record(use('10:00:00'));
    const first = recorder.flush();
    await soon();
    recorder.record(use('10:00:00'));
    recorder.record(use('10:00:00'));
    const second = recorder.flush();
    await soon();
    expect(order).toEqual(['begin 1']);
    release();
    await first;
    await soon();
    release();
    await second;
    expect(order).toEqual(['begin 1', 'end', 'begin 2', 'end']);
  });

  test('gathers each network with its first use, whatever came between and however writing went', async () => {
    const { record, flush, written } = recording(1);
    const uses: [string, string][] = [
      ['10:00:00', '203.0.113.7'],
      ['10:00:05', '10.0.0.1'],
      ['10:00:06', '203.0.113.8'],
      ['10:00:07', 'unknown'],
    ];
    for (const [time, address] of uses) record(use(time, { address }));
    await expect(flush()).rejects.toThrow('no database');
    record(use('09:59:59', { address: '10.0.0.2' })); // told late
    record(use('10:00:08', { address: '::ffff:203.0.113.9' }));
    record(use('10:00:09', { address: '2001:db8:1::9' }));
    await flush();
    expect(new Set(written[0]![0]!.networks)).toEqual(
      new Set([
        from('203.0.113.7', '10:00:00', '203.0.113.0/24'),
        from('10.0.0.2', '09:59:59'),
        from('2001:db8:1::9', '10:00:09', '2001:db8:1::/48'),
      ]),
    );
  });

  test('keeps 50 networks of a token and no more', async () => {
    const { record, flush, written } = recording();
    for (let at = 0; at < 120; at++) record(use('10:00:00', { address: `10.0.${at}.1` }));
    await flush();
    expect(written[0]![0]!.networks.map((one) => one.network)).toEqual(
      Array.from({ length: 50 }, (_, at) => `10.0.${at}.0/24`),
    );
  });
});
