import type { Filters } from '@codemetrics/contracts';
import { customValue } from '../../range/presets.ts';
import { EMPTY_STATE } from './explorer-state.ts';
import { writeState } from './write-state.ts';

type Parameters = Record<string, string | undefined>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const metricOf = (value: unknown) => {
  if (typeof value === 'string') return [{ id: value, parameters: {} }];
  if (!isRecord(value) || typeof value['query'] !== 'string') return [];
  return [{ id: value['query'], parameters: isRecord(value['parameters']) ? value['parameters'] : {} }];
};

/**
 * A query as it was saved, as the parameters of an address. They are read as any address is, so what the server no
 * longer knows falls away there, with a word about it.
 */
export const fromQuery = (query: Readonly<Record<string, unknown>>): Parameters => {
  const range = isRecord(query['dateRange']) ? query['dateRange'] : {};
  const [start, end] = [text(range['start']), text(range['end'])];
  const workloads = texts(query['workloads']);
  return {
    ...writeState({
      ...EMPTY_STATE,
      metrics: (Array.isArray(query['queries']) ? query['queries'] : []).flatMap(metricOf),
      workloads: workloads.includes('all') ? [] : workloads,
      groupBy: Array.isArray(query['groupBy']) ? texts(query['groupBy']) : ['workload'],
      filters: isRecord(query['filters']) ? (query['filters'] as Filters) : {},
      rolling: (Array.isArray(query['rollingAverage']) ? query['rollingAverage'] : []).map(Number),
      isCompared: query['compareTo'] === 'previous-period',
    }),
    interval: text(query['interval']),
    fill: text(query['fill']),
    zone: text(query['timezone']),
    range: start && end ? customValue({ start, end }) : undefined,
  };
};
