import { SegmentedControl } from '@mantine/core';
import { VIEWS } from '../state/explorer-state.ts';
import type { View } from '../state/explorer-state.ts';

const LABELS: Readonly<Record<View, string>> = {
  line: 'Line',
  bar: 'Bar',
  area: 'Area',
  stacked: 'Stacked',
  table: 'Table',
};

/** How the answer is shown. */
export const ViewSwitch = ({
  view,
  onChange,
}: {
  readonly view: View;
  readonly onChange: (view: View) => void;
}) => (
  <SegmentedControl
    size="xs"
    aria-label="View"
    data={VIEWS.map((value) => ({ value, label: LABELS[value] }))}
    value={view}
    onChange={(value) => onChange(VIEWS.find((one) => one === value) ?? 'line')}
  />
);
