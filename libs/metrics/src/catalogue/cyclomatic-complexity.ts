import { defineMeasuredTotal } from './measured-totals.ts';

export const cyclomaticComplexity = defineMeasuredTotal({
  id: 'cyclomatic-complexity',
  title: 'Cyclomatic complexity',
  description: 'How many ways lead through the code.',
  unit: 'count',
  direction: 'down',
});
