import { Radio, Stack } from '@mantine/core';
import type { Role } from '@codemetrics/contracts';
import { ROLES } from './roles.ts';

interface Props {
  readonly value: Role;
  readonly onChange: (value: Role) => void;
  readonly error: string | undefined;
}

/** What a user may do. */
export const RoleField = ({ value, onChange, error }: Props) => (
  <Radio.Group label="Role" value={value} onChange={(chosen) => onChange(chosen as Role)} error={error}>
    <Stack gap="xs" mt="xs">
      {(Object.keys(ROLES) as Role[]).map((role) => (
        <Radio key={role} value={role} label={ROLES[role].label} description={ROLES[role].description} />
      ))}
    </Stack>
  </Radio.Group>
);
