import { Skeleton, Text } from '@mantine/core';
import { CallsSpark } from './calls-spark.tsx';
import type { DailyCalls } from './daily-calls.ts';
import { total } from './daily-calls.ts';

/** The calls of the last 30 days: drawn, and their sum. */
export const TokenCalls = ({ calls }: { calls: DailyCalls | undefined }) => {
  if (!calls) return <Skeleton height={40} width={90} />;
  const sum = total(calls.calls);
  const failed = total(calls.failures);
  if (sum === 0)
    return (
      <Text span size="sm" c="dimmed">
        None
      </Text>
    );
  return (
    <>
      <CallsSpark calls={calls} />
      <Text span size="xs" c="dimmed" className="numbers" display="block" mt={2}>
        {sum.toLocaleString()} {sum === 1 ? 'call' : 'calls'}
        {failed > 0 && `, ${failed.toLocaleString()} failed`}
      </Text>
    </>
  );
};
