import { defineMeasuredTotal } from './measured-totals.ts';

export const linesOfCode = defineMeasuredTotal({
  id: 'lines-of-code',
  title: 'Lines of code',
  description: 'How large the code is.',
  unit: 'lines',
  direction: 'none',
});
