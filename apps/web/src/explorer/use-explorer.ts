import { useCallback, useMemo } from 'react';
import type { Config } from '../api/use-config.ts';
import { useAddress } from '../elements/use-address.ts';
import { daysOf } from '../range/date-range.ts';
import { DEFAULT_PRESET, PRESETS } from '../range/presets.ts';
import { useRange } from '../range/use-range.ts';
import type { ExplorerState } from './state/explorer-state.ts';
import { quoted } from './state/quoted.ts';
import { readState } from './state/read-state.ts';
import { toQuery } from './state/to-query.ts';
import { writeState } from './state/write-state.ts';

const MOST_DAYS = 3660;

/** What of the range in the address could not be taken, in words. */
const rangeNotice = (asked: string | undefined, preset: string | null): string[] =>
  asked !== undefined && asked !== DEFAULT_PRESET && preset === DEFAULT_PRESET
    ? [
        `The address has the range ${quoted(asked)}, which is none; these are the ${
          PRESETS.find((one) => one.value === DEFAULT_PRESET)?.label.toLowerCase() ?? ''
        }.`,
      ]
    : [];

/** What the address asks for, as state and as query, and a way to change it that the way back undoes. */
export const useExplorer = (config: Config) => {
  const { query: address, change: changeAddress } = useAddress();
  const { timezone, choose: _choose, ...range } = useRange();
  const { state, notices } = useMemo(() => readState(address, config), [address, config]);
  const isTooLong = daysOf(range) > MOST_DAYS;
  const query = useMemo(
    () => toQuery(state, { start: range.start, end: range.end }, timezone),
    [state, range.start, range.end, timezone],
  );
  const change = useCallback(
    (part: Partial<ExplorerState>): void => {
      // Other series have other names, so what was hidden says nothing of them.
      const isOther = 'metrics' in part || 'groupBy' in part;
      const next = { ...state, ...(isOther && { hide: [], only: [] }), ...part };
      changeAddress(writeState(next), { push: true });
    },
    [state, changeAddress],
  );
  return {
    ...{ config, state, query, range, change, isTooLong, viewerZone: timezone },
    notices: [
      ...notices,
      ...rangeNotice(address['range'], range.preset),
      ...(isTooLong ? ['The range is longer than 10 years; choose a shorter one.'] : []),
    ],
    chooseRange: (value: string) => changeAddress({ range: value }, { push: true }),
    /** Goes to other parameters altogether. */
    open: (parameters: Readonly<Record<string, string | undefined>>) => {
      const cleared = Object.fromEntries(Object.keys(address).map((name) => [name, undefined]));
      changeAddress({ ...cleared, ...parameters }, { push: true });
    },
  };
};

export type Explorer = ReturnType<typeof useExplorer>;
