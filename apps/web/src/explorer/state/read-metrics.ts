import type { Metric } from '@codemetrics/contracts';
import type { ChosenMetric } from './explorer-state.ts';
import { splitList } from './list-text.ts';
import { parametersOf, readParameter, withoutDefaults } from './parameters.ts';
import { quoted } from './quoted.ts';

/** The metrics of an address: `code-coverage,pipeline-runs;attempts=all`. */
export const readMetrics = (
  text: string | undefined,
  catalogue: readonly Metric[],
  say: (text: string) => void,
): ChosenMetric[] => {
  const chosen = new Map<string, ChosenMetric>();
  for (const part of splitList(text)) {
    const [id = '', ...settings] = splitList(part, ';');
    const metric = catalogue.find((one) => one.id === id);
    if (!metric) {
      say(`There is no metric ${quoted(id)}.`);
      continue;
    }
    const values: Record<string, unknown> = {};
    for (const setting of settings) {
      const at = setting.indexOf('=');
      const name = at < 0 ? setting : setting.slice(0, at);
      const schema = parametersOf(metric).find((one) => one.name === name);
      const value = schema && readParameter(schema, at < 0 ? '' : setting.slice(at + 1));
      if (value === undefined) say(`${metric.title} doesn’t know ${quoted(setting)}.`);
      else values[name] = value;
    }
    chosen.set(id, { id, parameters: withoutDefaults(metric, values) });
  }
  return [...chosen.values()];
};
