import { useState } from 'react';
import { ActionIcon, Anchor, Button, Group, Switch, Text, Tooltip } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import classes from './saved-dialog.module.css';
import { withoutView } from './saved-view.ts';
import type { SavedQuery } from './use-saved-queries.ts';

interface Props {
  readonly saved: SavedQuery;
  readonly isMine: boolean;
  readonly onOpen: () => void;
  readonly onShare: (shared: boolean) => void;
  readonly onDelete: () => void;
}

/** One saved query: opened by its name; shared and deleted by its owner. */
export const SavedItem = ({ saved, isMine, onOpen, onShare, onDelete }: Props) => {
  const [isAsked, setAsked] = useState(false);
  const description = withoutView(saved.description);
  return (
    <li className={classes.item}>
      <div className={classes.name}>
        <Anchor component="button" type="button" fw={600} ta="start" onClick={onOpen}>
          <bdi>{saved.name}</bdi>
        </Anchor>
        {description !== '' && (
          <Text size="sm">
            <bdi>{description}</bdi>
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {isMine ? (
            'Yours'
          ) : (
            <>
              By <bdi>{saved.owner}</bdi>
            </>
          )}
          {saved.shared && ', shared'}, changed <TimeStamp at={saved.updated} as="relative" />
        </Text>
      </div>
      {isMine && !isAsked && (
        <Group gap="xs">
          <Switch
            size="sm"
            label="Shared"
            aria-label={`Shared: ${saved.name}`}
            checked={saved.shared}
            onChange={(event) => onShare(event.currentTarget.checked)}
          />
          <Tooltip label="Delete">
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={`Delete ${saved.name}`}
              onClick={() => setAsked(true)}
            >
              <Icon name="trash" size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
      {isMine && isAsked && (
        <Group gap="xs" role="group" aria-label={`Delete ${saved.name}?`}>
          <Text size="sm">Delete it?</Text>
          <Button size="compact-sm" color="red" onClick={onDelete} autoFocus>
            Delete
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
            Keep
          </Button>
        </Group>
      )}
    </li>
  );
};
