import type { TokenUsage } from './use-tokens.ts';

const DAY_MS = 86_400_000;

/** What one operation was called, over all days. */
export interface OperationCalls {
  readonly operation: string;
  readonly calls: number;
  readonly failures: number;
}

/** The first and the last of so many days, today in UTC included, as the server counts them. */
export const daysBack = (days: number, now: number): { readonly start: string; readonly end: string } => ({
  start: new Date(now - (days - 1) * DAY_MS).toISOString().slice(0, 10),
  end: new Date(now).toISOString().slice(0, 10),
});

/** The operations by the number of their calls, the most called first. */
export const operationsOf = (days: TokenUsage['days']): readonly OperationCalls[] => {
  const sums = new Map<string, { calls: number; failures: number }>();
  for (const { operation, calls, failures } of days) {
    const sum = sums.get(operation) ?? { calls: 0, failures: 0 };
    sums.set(operation, { calls: sum.calls + calls, failures: sum.failures + failures });
  }
  return [...sums]
    .map(([operation, sum]) => ({ operation, ...sum }))
    .sort((a, b) => b.calls - a.calls || a.operation.localeCompare(b.operation));
};
