import { useAddress } from '../elements/use-address.ts';

/** Whose rows are looked at, as the address has it: `rows` names the metric, `at` the bucket. */
export const useDrillDown = (metricId: string) => {
  const { query, change } = useAddress();
  return {
    isOpen: query['rows'] === metricId,
    at: query['at'] ?? null,
    open: () => change({ rows: metricId, at: undefined }, { push: true }),
    choose: (at: string | null) => change({ at: at ?? undefined }),
    close: () => change({ rows: undefined, at: undefined }),
  };
};
