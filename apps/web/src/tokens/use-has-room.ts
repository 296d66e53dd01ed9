import { useMediaQuery } from '@mantine/hooks';

/** Whether the window has room for the table of tokens, which is wider than others. Known at the first render. */
export const useHasRoom = (): boolean =>
  useMediaQuery('(min-width: 78em)', true, { getInitialValueInEffect: false });
