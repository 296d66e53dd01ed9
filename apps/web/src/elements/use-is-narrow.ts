import { useMediaQuery } from '@mantine/hooks';

/** Whether a wide table has no room, and cards are shown in its place. Known at the first render, so nothing jumps. */
export const useIsNarrow = (): boolean =>
  useMediaQuery('(max-width: 68em)', false, { getInitialValueInEffect: false });
