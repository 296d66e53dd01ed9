import { useMemo } from 'react';
import { useAddress } from '../elements/use-address.ts';
import { calendarDate, viewerZone } from './date-range.ts';
import { readRange } from './presets.ts';

/** The range that the address names (`?range=90d`), in the viewer's zone, and a way to choose another. */
export const useRange = () => {
  const { query, change } = useAddress();
  const zone = viewerZone();
  const today = calendarDate(new Date(), zone);
  const range = useMemo(
    // Noon: the day that it is, whatever the zone; and the same object as long as that day lasts.
    () => readRange(query['range'], new Date(`${today}T12:00:00Z`), 'UTC'),
    [query, today],
  );
  return { ...range, timezone: zone, choose: (value: string) => change({ range: value }) };
};
