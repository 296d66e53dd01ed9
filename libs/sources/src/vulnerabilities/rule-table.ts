import type { ReadResult } from './read-result.ts';
import type { SarifRule } from './sarif-schema.ts';

/** The rules of a tool: of its driver at -1, of its extensions by their places. */
export type RulesByComponent = ReadonlyMap<number, readonly SarifRule[]>;

/** Finds the rule of a result: by its place among the rules of its component, else by its id. */
export const ruleTable = (rules: RulesByComponent): ((result: ReadResult) => SarifRule | undefined) => {
  const byId = new Map<string, SarifRule>();
  // The driver's come first, wherever the log has them.
  for (const component of [...rules.keys()].sort((one, other) => one - other))
    for (const rule of rules.get(component) ?? []) if (rule.id && !byId.has(rule.id)) byId.set(rule.id, rule);
  const find = (id: string): SarifRule | undefined => {
    // `CA1000/1` is a result of the rule `CA1000`.
    for (let name = id; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('/'), 0))) {
      const rule = byId.get(name);
      if (rule) return rule;
    }
    return undefined;
  };
  return ({ extension, ruleIndex, ruleId }) =>
    rules.get(extension)?.[ruleIndex] ?? (ruleId === null ? undefined : find(ruleId));
};
