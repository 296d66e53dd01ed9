import { CloseButton } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { MetricName } from '../../metrics/metric-name.tsx';
import type { ChosenMetric } from '../state/explorer-state.ts';
import { parametersOf, withoutDefaults } from '../state/parameters.ts';
import classes from './metric-chip.module.css';
import { ParameterField } from './parameter-field.tsx';

interface Props {
  readonly metric: Metric;
  readonly chosen: ChosenMetric;
  readonly onChange: (chosen: ChosenMetric) => void;
  readonly onRemove: () => void;
}

/** A chosen metric: what it means, its own parameters, and a way to take it out. */
export const MetricChip = ({ metric, chosen, onChange, onRemove }: Props) => (
  <li className={classes.chip}>
    <MetricName metric={metric} />
    {parametersOf(metric).map((schema) => (
      <ParameterField
        key={schema.name}
        schema={schema}
        metric={metric.title}
        value={chosen.parameters[schema.name]}
        onChange={(value) =>
          onChange({
            ...chosen,
            parameters: withoutDefaults(metric, { ...chosen.parameters, [schema.name]: value }),
          })
        }
      />
    ))}
    <CloseButton size="sm" aria-label={`Remove ${metric.title}`} onClick={onRemove} />
  </li>
);
