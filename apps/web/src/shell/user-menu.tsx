import { Button, Menu, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../session/use-session.ts';
import { Icon } from '../elements/icon.tsx';
import classes from './user-menu.module.css';

/** Who is signed in, the way to their profile, and out. */
export const UserMenu = ({ onSignOut }: { onSignOut: () => void }) => {
  const { user } = useSession();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          px="sm"
          leftSection={<Icon name="user" />}
          rightSection={<Icon name="chevron-down" size={14} />}
          aria-label={`Your menu, ${user.displayName}`}
          classNames={{
            root: classes.button,
            label: classes.label,
            section: classes.section,
          }}
        >
          {user.displayName}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="xs" c="dimmed" truncate>
            Signed in as {user.username}, {user.role}
          </Text>
        </Menu.Label>
        <Menu.Item leftSection={<Icon name="user" />} onClick={() => void navigate({ to: '/profile' })}>
          Profile
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="sign-out" />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
