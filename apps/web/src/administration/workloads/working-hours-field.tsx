import { Checkbox, Group, Input, Select, Stack, Switch, TextInput } from '@mantine/core';
import { viewerZone } from '../../range/date-range.ts';
import { FieldGroup } from '../shared/field-group.tsx';
import type { DraftHours } from './workload-draft.ts';
import { DAYS } from './workload-draft.ts';

interface Props {
  /** null: the server’s own. */
  readonly value: DraftHours | null;
  readonly onChange: (value: DraftHours | null) => void;
  readonly error: string | undefined;
}

const MOST_SHOWN = 60;
const zones = (chosen: string): string[] => [
  ...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
];
const beginning = (): DraftHours => ({
  timezone: viewerZone(),
  days: DAYS.slice(0, 5),
  start: '09:00',
  end: '17:00',
});

/** When the people of the workload work. */
export const WorkingHoursField = ({ value, onChange, error }: Props) => (
  <FieldGroup
    label="Working hours"
    description="For commits out of hours. Without their own: Monday to Friday, 09:00 to 17:00 UTC"
  >
    <Stack gap="sm">
      <Switch
        label="Hours of their own"
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? beginning() : null)}
      />
      {value && (
        <>
          <Group gap="sm">
            <Select
              label="Time zone"
              data={zones(value.timezone)}
              searchable
              limit={MOST_SHOWN}
              allowDeselect={false}
              value={value.timezone}
              onChange={(timezone) => onChange({ ...value, timezone: timezone ?? value.timezone })}
            />
            {(['start', 'end'] as const).map((name) => (
              <TextInput
                key={name}
                label={name === 'start' ? 'From' : 'Until'}
                placeholder="09:00"
                inputMode="numeric"
                maxLength={5}
                w="6rem"
                value={value[name]}
                onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
              />
            ))}
          </Group>
          <Checkbox.Group
            label="Days"
            value={[...value.days]}
            onChange={(days) => onChange({ ...value, days })}
          >
            <Group gap="sm" mt={4}>
              {DAYS.map((day) => (
                <Checkbox key={day} value={day} label={day.slice(0, 1).toUpperCase() + day.slice(1)} />
              ))}
            </Group>
          </Checkbox.Group>
        </>
      )}
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  </FieldGroup>
);
