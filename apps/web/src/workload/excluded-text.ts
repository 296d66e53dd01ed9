import { formatValue } from '../metrics/format-value.ts';

/** How many rows were left out of a number, and why; empty where none was. */
export const excludedText = (excluded: Readonly<Record<string, number>> | undefined): string => {
  const reasons = Object.entries(excluded ?? {}).filter(([, count]) => count > 0);
  if (reasons.length === 0) return '';
  const told = reasons.map(
    ([reason, count]) => `${formatValue(count, 'count')} for ${reason.replaceAll('-', ' ')}`,
  );
  return `Left out: ${told.join(', ')}.`;
};
