import type { MantineColorScheme } from '@mantine/core';
import { Group, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';
import type { IconName } from '../elements/icon.tsx';
import { Panel } from '../elements/panel.tsx';

const CHOICES: readonly { value: MantineColorScheme; name: string; icon: IconName }[] = [
  { value: 'light', name: 'Light', icon: 'sun' },
  { value: 'dark', name: 'Dark', icon: 'moon' },
  { value: 'auto', name: 'System', icon: 'monitor' },
];

/** Light or dark; kept in this browser. */
export const Appearance = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Panel title="Appearance" description="Kept in this browser.">
      <SegmentedControl
        aria-label="Colours"
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
        data={CHOICES.map(({ value, name, icon }) => ({
          value,
          label: (
            <Group gap={6} wrap="nowrap" justify="center">
              <Icon name={icon} size={16} />
              {name}
            </Group>
          ),
        }))}
      />
    </Panel>
  );
};
