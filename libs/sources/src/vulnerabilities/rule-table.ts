import type { SarifResult, SarifRule, SarifTool } from './sarif-schema.ts';

/** Finds the rule of a result: by its place among the rules of its component, else by its id. */
export const ruleTable = (tool: SarifTool): ((result: SarifResult) => SarifRule | undefined) => {
  const byId = new Map<string, SarifRule>();
  for (const component of [tool.driver, ...(tool.extensions ?? [])])
    for (const rule of component.rules ?? [])
      if (rule.id !== undefined && !byId.has(rule.id)) byId.set(rule.id, rule);
  const find = (id: string): SarifRule | undefined => {
    // `CA1000/1` is a result of the rule `CA1000`.
    for (let name = id; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('/'), 0))) {
      const rule = byId.get(name);
      if (rule) return rule;
    }
    return undefined;
  };
  return (result) => {
    const extension = result.rule?.toolComponent?.index ?? -1;
    const component = extension < 0 ? tool.driver : tool.extensions?.[extension];
    const index = result.rule?.index ?? result.ruleIndex ?? -1;
    const id = result.ruleId ?? result.rule?.id;
    return (index >= 0 ? component?.rules?.[index] : undefined) ?? (id === undefined ? undefined : find(id));
  };
};
