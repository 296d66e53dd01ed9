import { useState } from 'react';

const STEP = 100;

/** The first rows of a long list that is known whole, and more of them on demand: few windows bear thousands at once. */
export const useShown = <Row>(rows: readonly Row[]) => {
  const [most, setMost] = useState(STEP);
  return {
    shown: rows.slice(0, most),
    hasMore: rows.length > most,
    more: (): void => setMost((before) => before + STEP),
  };
};
