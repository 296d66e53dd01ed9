import { ActionIcon, Button, Group, Input, Paper, Stack, TextInput } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import { FieldGroup } from '../shared/field-group.tsx';
import { RepositoryRow } from './repository-row.tsx';
import type { DraftGroup } from './workload-draft.ts';
import { EMPTY_REPOSITORY } from './workload-draft.ts';

interface Props {
  readonly value: readonly DraftGroup[];
  readonly onChange: (value: readonly DraftGroup[]) => void;
  readonly error: string | undefined;
}

const replaced = <T,>(list: readonly T[], at: number, one: T): readonly T[] =>
  list.map((old, index) => (index === at ? one : old));
const without = <T,>(list: readonly T[], at: number): readonly T[] => list.filter((_, index) => index !== at);

/** Groups of repositories, each by its exact name or a pattern. */
export const GroupsField = ({ value, onChange, error }: Props) => (
  <FieldGroup
    label="Repository groups"
    description="Repositories by exact name, or many by a pattern in which * stands for any characters, such as acme/shop-*; with default branch and address where they are known"
  >
    <Stack gap="sm" align="stretch">
      {value.map((group, at) => (
        <Paper key={at} withBorder p="sm" bg="transparent">
          <Stack gap="xs" align="stretch">
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <TextInput
                style={{ flex: 1 }}
                label={`Name of group ${at + 1}`}
                autoComplete="off"
                maxLength={100}
                value={group.name}
                onChange={(event) =>
                  onChange(replaced(value, at, { ...group, name: event.currentTarget.value }))
                }
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Remove group ${at + 1}`}
                onClick={() => onChange(without(value, at))}
              >
                <Icon name="trash" size={16} />
              </ActionIcon>
            </Group>
            {group.repositories.map((repository, row) => (
              <RepositoryRow
                key={row}
                label={`${at + 1}.${row + 1}`}
                value={repository}
                onChange={(one) =>
                  onChange(
                    replaced(value, at, { ...group, repositories: replaced(group.repositories, row, one) }),
                  )
                }
                onRemove={() =>
                  onChange(replaced(value, at, { ...group, repositories: without(group.repositories, row) }))
                }
              />
            ))}
            <Button
              variant="default"
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              leftSection={<Icon name="plus" size={14} />}
              onClick={() =>
                onChange(
                  replaced(value, at, {
                    ...group,
                    repositories: [...group.repositories, EMPTY_REPOSITORY],
                  }),
                )
              }
            >
              Add repository
            </Button>
          </Stack>
        </Paper>
      ))}
      {error && <Input.Error>{error}</Input.Error>}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => onChange([...value, { name: '', repositories: [EMPTY_REPOSITORY] }])}
      >
        Add group
      </Button>
    </Stack>
  </FieldGroup>
);
