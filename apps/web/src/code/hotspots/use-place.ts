import { useCallback, useMemo } from 'react';
import { useAddress } from '../../elements/use-address.ts';
import type { Place } from './place.ts';

/** The place that the address names, and a way to go to another. */
export const usePlace = () => {
  const { query, change } = useAddress();
  const { repo = '', folder = '' } = query;
  const place = useMemo((): Place => ({ repository: repo, folder }), [repo, folder]);
  const go = useCallback(
    (to: Place): void =>
      change({ repo: to.repository || undefined, folder: to.folder || undefined }, { push: true }),
    [change],
  );
  return { place, go };
};
