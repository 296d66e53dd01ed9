import { Anchor, Collapse, Text } from '@mantine/core';
import { useState } from 'react';
import type { Metric } from '@codemetrics/contracts';
import { DefinitionText } from './definition-text.tsx';
import classes from './definitions.module.css';

/** What each number means, where the cards have no headers to ask. */
export const Definitions = ({ metrics }: { metrics: readonly Metric[] }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-expanded={isOpen}
        aria-controls="definitions"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide what the numbers mean' : 'What do the numbers mean?'}
      </Anchor>
      <Collapse expanded={isOpen} id="definitions">
        <dl className={classes.list}>
          {metrics.map((metric) => (
            <div key={metric.id}>
              <Text component="dt" size="sm" fw={600}>
                {metric.title}
              </Text>
              <Text component="dd" size="sm" c="dimmed" m={0}>
                <DefinitionText text={metric.definition} />
              </Text>
            </div>
          ))}
        </dl>
      </Collapse>
    </div>
  );
};
