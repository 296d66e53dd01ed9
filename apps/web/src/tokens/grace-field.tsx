import { Group, NativeSelect, TextInput } from '@mantine/core';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

const PERIODS = [
  { value: '0', label: 'No time: it ends now' },
  { value: '1h', label: '1 hour' },
  { value: '24h', label: '24 hours' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
];
const OTHER = 'other';

const isPeriod = (value: string): boolean => PERIODS.some((one) => one.value === value);

/** How long the old token works beside the new one. */
export const GraceField = ({ value, onChange, error }: Props) => {
  const isOther = !isPeriod(value);
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <NativeSelect
        label="How long the old token stays good"
        data-autofocus
        data={[...PERIODS, { value: OTHER, label: 'Another time …' }]}
        value={isOther ? OTHER : value}
        onChange={(event) => onChange(event.currentTarget.value === OTHER ? '' : event.currentTarget.value)}
        error={isOther ? undefined : error}
      />
      {isOther && (
        <TextInput
          label="Time"
          placeholder="90min, 12h or 3d"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value.trimStart())}
          error={error}
        />
      )}
    </Group>
  );
};
