import { Anchor, Text } from '@mantine/core';
import { TimeStamp } from '../elements/time-stamp.tsx';
import type { Choices } from './use-choices.ts';

interface Props {
  readonly count: number;
  /** How many there are without any filter. */
  readonly of: number;
  readonly choices: Choices;
  readonly asOf: string | undefined;
}

/** How many workloads are shown and up to when, and a way back from filters. */
export const FoundText = ({ count, of, choices, asOf }: Props) => {
  const isFiltered = choices.search !== '' || choices.tags.length > 0;
  const total = of === 1 ? '1 workload' : `${of} workloads`;
  return (
    <Text size="sm" c="dimmed" role="status" style={{ overflowWrap: 'anywhere' }}>
      {count === 0 && isFiltered ? 'No workload matches' : isFiltered ? `${count} of ${total}` : total}
      {asOf !== undefined && (
        <>
          , as of <TimeStamp at={asOf} as="date-time" />
        </>
      )}
      {isFiltered && (
        <>
          .{' '}
          <Anchor component="button" type="button" size="sm" underline="always" onClick={choices.clear}>
            Clear the filters
          </Anchor>
        </>
      )}
    </Text>
  );
};
