import type { Filters, Metric } from '@codemetrics/contracts';
import { LIST_FILTERS } from './explorer-state.ts';
import { isFilterOf } from './grouping.ts';
import { splitList } from './list-text.ts';
import { quoted } from './quoted.ts';
import { joinTags } from './tag-filters.ts';
import { FILTER_NAMES } from './write-state.ts';

const ACTORS = ['human', 'bot', 'all'] as const;
const MOST_VALUES = 100;

/** The filters of an address; one that a chosen metric does not know is left out and told. */
export const readFilters = (
  query: Readonly<Record<string, string | undefined>>,
  metrics: readonly Metric[],
  say: (text: string) => void,
): Filters => {
  const filters: Filters = {};
  for (const filter of LIST_FILTERS) {
    const values = [...new Set(splitList(query[FILTER_NAMES[filter]]).map((word) => word.trim()))].filter(
      (word) => word !== '',
    );
    if (values.length === 0) continue;
    const against = metrics.find((metric) => !isFilterOf(metric, filter));
    if (against)
      say(`${against.title} can’t be narrowed by ${FILTER_NAMES[filter]}; the filter is left out.`);
    else filters[filter] = values.slice(0, MOST_VALUES);
  }
  const words = splitList(query['tags']);
  for (const word of words)
    if (!/^[^:]+:.+$/s.test(word)) say(`A tag is written key:value, not ${quoted(word)}.`);
  const tags = joinTags(words);
  if (tags) filters.tags = tags;
  const text = query['actors'];
  const actors = ACTORS.find((one) => one === text);
  if (text && !actors) say(`The address has the actors ${quoted(text)}, which there are not.`);
  const against = metrics.find((metric) => metric.actors === null);
  if (actors && actors !== 'all' && against)
    say(`${against.title} doesn’t tell people from bots; the filter is left out.`);
  else if (actors) filters.actors = actors;
  return filters;
};
