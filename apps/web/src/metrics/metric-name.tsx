import { HoverCard, Text, UnstyledButton } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { DefinitionText } from './definition-text.tsx';
import classes from './metric-name.module.css';

const DIRECTIONS = { up: 'Higher is better.', down: 'Lower is better.', none: '' };

/** A metric's title; on hover, focus or touch it tells exactly what the number means. */
export const MetricName = ({ metric }: { metric: Metric }) => (
  <HoverCard
    role="tooltip"
    width={340}
    shadow="md"
    interactive
    openDelay={150}
    events={{ touch: true }}
    withinPortal
  >
    <HoverCard.Target>
      <UnstyledButton className={classes.name}>{metric.title}</UnstyledButton>
    </HoverCard.Target>
    <HoverCard.Dropdown>
      <Text size="sm" fw={600} mb={4}>
        {metric.description}
      </Text>
      <Text size="sm" fw={400}>
        <DefinitionText text={metric.definition} /> {DIRECTIONS[metric.direction]}
      </Text>
    </HoverCard.Dropdown>
  </HoverCard>
);
