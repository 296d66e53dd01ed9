import { useMemo } from 'react';
import { useAddress } from '../../elements/use-address.ts';
import { useRange } from '../../range/use-range.ts';
import type { CodeScope } from './code-scope.ts';
import { readWorkloads } from './code-scope.ts';

/** The workloads and the range that the address names. */
export const useCodeScope = (): CodeScope => {
  const { query } = useAddress();
  const { start, end, timezone } = useRange();
  const workloads = query['workload'];
  return useMemo(
    () => ({ workloads: readWorkloads(workloads), range: { start, end }, timezone }),
    [workloads, start, end, timezone],
  );
};
