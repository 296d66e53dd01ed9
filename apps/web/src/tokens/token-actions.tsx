import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Icon } from '../elements/icon.tsx';
import type { TokenAction } from './token-list.ts';
import { isActive } from './token-times.ts';

interface Props {
  readonly token: ServiceToken;
  readonly onAction: (action: TokenAction, token: ServiceToken) => void;
  /** With its words, where there is room. */
  readonly isLarge?: boolean;
}

const ACTIONS = [
  { action: 'rotate', label: 'Rotate', icon: 'refresh', color: 'gray' },
  { action: 'revoke', label: 'Revoke', icon: 'trash', color: 'red' },
] as const;

/** What can be done to a token that still works. */
export const TokenActions = ({ token, onAction, isLarge = false }: Props) => {
  if (!isActive(token)) return null;
  return (
    <Group gap={isLarge ? 'xs' : 2} wrap="nowrap" justify={isLarge ? 'flex-start' : 'flex-end'}>
      {ACTIONS.map(({ action, label, icon, color }) =>
        isLarge ? (
          <Button
            key={action}
            variant="default"
            size="xs"
            leftSection={<Icon name={icon} size={16} />}
            onClick={() => onAction(action, token)}
          >
            {label}
          </Button>
        ) : (
          <Tooltip key={action} label={label}>
            <ActionIcon
              variant="subtle"
              color={color}
              size={32}
              aria-label={`${label} ${token.sub}`}
              onClick={() => onAction(action, token)}
            >
              <Icon name={icon} />
            </ActionIcon>
          </Tooltip>
        ),
      )}
    </Group>
  );
};
