import { useRef } from 'react';

/** Which of the ids were not there when the first ones were known: what came while the page is open. */
export const useNewIds = (ids: readonly string[], isKnown: boolean): ReadonlySet<string> => {
  const first = useRef<ReadonlySet<string> | null>(null);
  if (isKnown && first.current === null) first.current = new Set(ids);
  return new Set(ids.filter((id) => first.current !== null && !first.current.has(id)));
};
