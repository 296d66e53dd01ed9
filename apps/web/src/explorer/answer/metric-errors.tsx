import { Alert, Stack, Text } from '@mantine/core';
import type { MetricResult } from '@codemetrics/contracts';
import { Icon } from '../../elements/icon.tsx';

/** Metrics that could not be answered, while others of the call were. */
export const MetricErrors = ({ results }: { readonly results: readonly MetricResult[] }) => (
  <Stack gap="xs">
    {results.flatMap(({ query, title, error }) =>
      error
        ? [
            <Alert
              key={query}
              color="red"
              role="alert"
              icon={<Icon name="warning" />}
              title={`${title} could not be answered`}
            >
              <Text size="sm">{error.detail}</Text>
            </Alert>,
          ]
        : [],
    )}
  </Stack>
);
