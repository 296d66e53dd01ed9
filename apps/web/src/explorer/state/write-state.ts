import { splitTags } from './tag-filters.ts';
import type { ExplorerState } from './explorer-state.ts';
import { LIST_FILTERS } from './explorer-state.ts';
import { joinList } from './list-text.ts';

/** The names in the address, of the list filters; short, since people read them. */
export const FILTER_NAMES = {
  repositories: 'repositories',
  repositoryGroups: 'groups',
  jobs: 'jobs',
  branches: 'branches',
  stages: 'stages',
  environments: 'environments',
  sources: 'sources',
} as const;

/** `none` in place of an empty list, where leaving it out would mean the default. */
export const NO_GROUPS = 'none';

const orNone = (text: string): string | undefined => (text === '' ? undefined : text);

/** A state as the parameters of an address; what is as usual is left out. The range stands there by itself. */
export const writeState = (state: ExplorerState): Record<string, string | undefined> => {
  const { filters } = state;
  const metrics = state.metrics.map(({ id, parameters }) =>
    joinList([id, ...Object.entries(parameters).map(([name, value]) => `${name}=${String(value)}`)], ';'),
  );
  const groups = joinList(state.groupBy);
  return {
    metrics: orNone(joinList(metrics)),
    workloads: orNone(joinList(state.workloads)),
    interval: state.interval,
    by: groups === 'workload' ? undefined : groups === '' ? NO_GROUPS : groups,
    ...Object.fromEntries(
      LIST_FILTERS.map((one) => [FILTER_NAMES[one], orNone(joinList(filters[one] ?? []))]),
    ),
    tags: orNone(joinList(splitTags(filters.tags))),
    actors: filters.actors,
    rolling: orNone(state.rolling.join(',')),
    compare: state.isCompared ? 'previous' : undefined,
    fill: state.fill,
    view: state.view === 'line' ? undefined : state.view,
    events: orNone(state.events.join(',')),
    hide: orNone(joinList(state.hide)),
    only: orNone(joinList(state.only)),
    zone: state.timezone,
  };
};
