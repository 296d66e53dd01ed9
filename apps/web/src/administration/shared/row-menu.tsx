import { ActionIcon, Menu } from '@mantine/core';
import type { IconName } from '../../elements/icon.tsx';
import { Icon } from '../../elements/icon.tsx';

export interface RowAction {
  readonly label: string;
  readonly icon: IconName;
  readonly onChoose: () => void;
  /** It takes something away. */
  readonly isDangerous?: boolean;
}

interface Props {
  /** Whose actions they are. */
  readonly of: string;
  readonly actions: readonly RowAction[];
}

/** What can be done to one record. */
export const RowMenu = ({ of, actions }: Props) => (
  <Menu position="bottom-end" width={220} shadow="md">
    <Menu.Target>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Actions for ${of}`}>
        <Icon name="dots" />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      {actions.map(({ label, icon, onChoose, isDangerous = false }) => (
        <Menu.Item
          key={label}
          leftSection={<Icon name={icon} size={16} />}
          onClick={onChoose}
          {...(isDangerous ? { c: 'var(--app-worse)' } : {})}
        >
          {label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
