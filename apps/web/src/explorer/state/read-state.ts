import type { Metric } from '@codemetrics/contracts';
import type { Config } from '../../api/use-config.ts';
import type { ExplorerState } from './explorer-state.ts';
import { EVENT_KINDS, FILLS, INTERVALS, MOST_GROUPS, MOST_METRICS, VIEWS } from './explorer-state.ts';
import { groupLabel, isGroupOf } from './grouping.ts';
import { splitList } from './list-text.ts';
import { quoted } from './quoted.ts';
import { readFilters } from './read-filters.ts';
import { readMetrics } from './read-metrics.ts';
import { NO_GROUPS } from './write-state.ts';

type Query = Readonly<Record<string, string | undefined>>;
type Known = Pick<Config, 'queries' | 'workloads'>;

/** What an address means, and in words what of it could not be taken. */
export interface ReadState {
  readonly state: ExplorerState;
  readonly notices: readonly string[];
}

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
};

const readGroups = (text: string | undefined, metrics: readonly Metric[], say: (text: string) => void) => {
  if (text === NO_GROUPS) return [];
  const asked = text === undefined || text === '' ? ['workload'] : [...new Set(splitList(text))];
  const groups = asked.filter((group) => {
    const against = metrics.find((metric) => !isGroupOf(metric, group));
    if (against) say(`${against.title} can’t be grouped by ${quoted(groupLabel(group))}; it is left out.`);
    return !against;
  });
  if (groups.length > MOST_GROUPS) say(`Only ${MOST_GROUPS} groups can be asked for at once.`);
  return groups.slice(0, MOST_GROUPS);
};

/** Reads the parameters of an address. Whatever is unknown or broken falls back, and is told. */
export const readState = (query: Query, { queries, workloads }: Known): ReadState => {
  const notices: string[] = [];
  const say = (text: string): void => void notices.push(text);
  const oneOf = <T extends string>(name: string, options: readonly T[]): T | undefined => {
    const text = query[name];
    const found = options.find((one) => one === text);
    if (text && !found) say(`The address has the ${name} ${quoted(text)}, which there is not.`);
    return found;
  };
  const someOf = <T extends string>(name: string, options: readonly T[]): T[] =>
    [...new Set(splitList(query[name]))].filter((word): word is T => {
      const isKnown = (options as readonly string[]).includes(word);
      if (!isKnown) say(`The address has ${quoted(word)} among the ${name}, which there is not.`);
      return isKnown;
    });
  const all = readMetrics(query['metrics'], queries, say);
  const metrics = all.slice(0, MOST_METRICS);
  if (all.length > MOST_METRICS) say(`Only ${MOST_METRICS} metrics are shown at once.`);
  const chosen = metrics.flatMap(({ id }) => queries.find((metric) => metric.id === id) ?? []);
  const rolling = [...new Set(splitList(query['rolling']))].filter((text) => {
    const isDays = /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 366;
    if (!isDays) say(`An average is over 1 to 366 days, not ${quoted(text)}.`);
    return isDays;
  });
  const zone = query['zone'];
  if (zone && !isZone(zone)) say(`There is no time zone ${quoted(zone)}.`);
  const state: ExplorerState = {
    metrics,
    workloads: someOf(
      'workloads',
      workloads.map((one) => one.id),
    ),
    interval: oneOf('interval', INTERVALS),
    groupBy: readGroups(query['by'], chosen, say),
    filters: readFilters(query, chosen, say),
    rolling: rolling.slice(0, 4).map(Number),
    isCompared: oneOf('compare', ['previous']) !== undefined,
    fill: oneOf('fill', FILLS),
    view: oneOf('view', VIEWS) ?? 'line',
    events: someOf('events', EVENT_KINDS),
    // What the answer doesn’t have is nothing to hide.
    hide: splitList(query['hide']),
    only: splitList(query['only']),
    timezone: zone && isZone(zone) ? zone : undefined,
  };
  return { state, notices };
};
