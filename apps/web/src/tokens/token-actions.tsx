import { ActionIcon, Group, Tooltip } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Icon } from '../elements/icon.tsx';
import type { TokenAction } from './token-list.ts';
import { isActive } from './token-list.ts';

interface Props {
  readonly token: ServiceToken;
  readonly onAction: (action: TokenAction, token: ServiceToken) => void;
}

/** What can be done to a token that still works. */
export const TokenActions = ({ token, onAction }: Props) => {
  if (!isActive(token)) return null;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Tooltip label="Rotate">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Rotate ${token.sub}`}
          onClick={() => onAction('rotate', token)}
        >
          <Icon name="refresh" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Revoke">
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={`Revoke ${token.sub}`}
          onClick={() => onAction('revoke', token)}
        >
          <Icon name="trash" />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
};
