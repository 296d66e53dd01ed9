import { Group, Text } from '@mantine/core';
import type { Setting } from '@codemetrics/contracts';
import { Icon } from '../../elements/icon.tsx';

/** The value in force; of a secret only whether there is one. */
export const SettingValue = ({ setting }: { readonly setting: Setting }) => {
  if (setting.secret)
    return (
      <Group gap={6} wrap="nowrap" display="inline-flex">
        <Icon name="lock" size={14} />
        <Text span size="sm">
          {setting.value === 'set' ? 'Set, and secret' : 'Not set'}
        </Text>
      </Group>
    );
  if (setting.value === null)
    return (
      <Text span size="sm" c="dimmed">
        Not set
      </Text>
    );
  return (
    <Text span size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
      <bdi>{setting.value}</bdi>
    </Text>
  );
};
