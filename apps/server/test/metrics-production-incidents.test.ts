import { describe, expect, test } from 'vitest';
import { anIncident } from '@codemetrics/testing';
import { byGroup, only, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();

describe('production-incidents', () => {
  test('opened in the bucket, first and last instant of it, resolved or not, sent twice or once', async () => {
    const workload = await kit.workload();
    const rows = [
      anIncident({ openedAt: '2026-03-01T23:59:59.999Z' }),
      anIncident({ openedAt: '2026-03-02T00:00:00.000Z', resolvedAt: null, severity: 'low' }),
      anIncident({ openedAt: '2026-03-02T23:59:59.999Z' }),
      anIncident({ openedAt: '2026-03-03T00:00:00.000Z' }),
    ];
    await kit.send(workload, 'incidents', rows);
    await kit.send(workload, 'incidents', rows);
    const ask = (over = {}) =>
      kit.ask({
        queries: ['production-incidents'],
        workloads: [workload],
        dateRange: { start: '2026-03-01', end: '2026-03-03' },
        ...over,
      });
    expect(values(only(await ask()))).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 2],
      ['2026-03-03', 1],
    ]);
    expect(byGroup((await ask({ groupBy: ['severity'] })).results[0]!)).toEqual({ high: 3, low: 1 });
    expect(values(only(await ask({ dateRange: { start: '2026-04-01', end: '2026-04-01' } })))).toEqual([
      ['2026-04-01', 0],
    ]);
  });

  test('an older message does not reopen an incident that a newer one resolved', async () => {
    const workload = await kit.workload();
    const row = anIncident({ updatedAt: '2026-03-02T13:00:00Z' });
    await kit.send(workload, 'incidents', [row]);
    const late = { ...row, resolvedAt: null, updatedAt: '2026-03-02T12:30:00Z' };
    expect(await kit.send(workload, 'incidents', [late])).toMatchObject({ updated: 0, unchanged: 1 });
    const again = { ...row, resolvedAt: null, updatedAt: '2026-03-02T14:00:00Z' };
    expect(await kit.send(workload, 'incidents', [again])).toMatchObject({ updated: 1 });
  });

  test('days are those of the zone, 25 hours long when the clocks go back; rows are named', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [
      anIncident({ openedAt: '2025-10-25T21:59:59.999Z' }),
      anIncident({ openedAt: '2025-10-25T22:00:00.000Z', externalId: 'first' }),
      anIncident({ openedAt: '2025-10-26T22:59:59.999Z', externalId: 'last' }),
      anIncident({ openedAt: '2025-10-26T23:00:00.000Z' }),
    ]);
    const answer = await kit.ask({
      ...{ queries: ['production-incidents'], workloads: [workload], timezone: 'Europe/Berlin' },
      ...{ dateRange: { start: '2025-10-25', end: '2025-10-27' }, explain: true },
    });
    expect(values(only(answer)).map(([, value]) => value)).toEqual([1, 2, 1]);
    expect(only(answer).points[1]!.explain!.rows).toEqual(['pager/first', 'pager/last']);
  });
});
