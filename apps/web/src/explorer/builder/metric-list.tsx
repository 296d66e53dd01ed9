import { Checkbox, Text } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { DefinitionText } from '../../metrics/definition-text.tsx';
import { topicsOf } from '../../workload/topics.ts';
import classes from './metric-list.module.css';

interface Props {
  readonly metrics: readonly Metric[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  /** Whether as many are chosen as can be. */
  readonly isFull: boolean;
}

/** Metrics by what they are about, each with what its number means. */
export const MetricList = ({ metrics, chosen, onToggle, isFull }: Props) => (
  <div className={classes.list}>
    {topicsOf(metrics).map((topic) => (
      <fieldset key={topic.id} className={classes.topic}>
        <legend className={classes.legend}>{topic.label}</legend>
        {topic.metrics.map((metric) => {
          const isChosen = chosen.includes(metric.id);
          return (
            <Checkbox
              key={metric.id}
              className={classes.metric}
              label={metric.title}
              description={
                <>
                  {metric.description}{' '}
                  <Text span inherit className={classes.definition}>
                    <DefinitionText text={metric.definition} />
                  </Text>
                </>
              }
              checked={isChosen}
              disabled={isFull && !isChosen}
              onChange={() => onToggle(metric.id)}
            />
          );
        })}
      </fieldset>
    ))}
  </div>
);
