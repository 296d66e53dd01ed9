import { defineMeasuredTotal } from './measured-totals.ts';

export const duplicatedLines = defineMeasuredTotal({
  id: 'duplicated-lines',
  title: 'Duplicated lines',
  description: 'How many lines stand elsewhere too.',
  unit: 'lines',
  direction: 'down',
});
