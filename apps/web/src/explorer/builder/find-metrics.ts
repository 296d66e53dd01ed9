import type { Metric } from '@codemetrics/contracts';

/** The metrics that have every word of a search, in whatever of them a person can read. */
export const findMetrics = (catalogue: readonly Metric[], search: string): readonly Metric[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return catalogue.filter(({ id, title, description, definition, data, unit }) => {
    const text = [id, title, description, definition, unit, ...data].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
