import { ActionIcon, TextInput } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import classes from './repository-row.module.css';
import type { DraftRepository } from './workload-draft.ts';

interface Props {
  /** Which it is: group and row. */
  readonly label: string;
  readonly value: DraftRepository;
  readonly onChange: (value: DraftRepository) => void;
  readonly onRemove: () => void;
}

const TEXTS = [
  { name: 'name', label: 'Repository', placeholder: 'acme/shop-api or acme/shop-*', most: 255 },
  { name: 'defaultBranch', label: 'Default branch of repository', placeholder: 'main', most: 255 },
  { name: 'url', label: 'Address of repository', placeholder: 'https://…', most: 2000 },
] as const;

/** One repository of a group, with its default branch and address where they are known. */
export const RepositoryRow = ({ label, value, onChange, onRemove }: Props) => (
  <div className={classes.row}>
    {TEXTS.map(({ name, label: what, placeholder, most }) => (
      <TextInput
        key={name}
        aria-label={`${what} ${label}`}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={most}
        value={value[name]}
        onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
      />
    ))}
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={`Remove repository ${label}`}
      onClick={onRemove}
    >
      <Icon name="close" size={16} />
    </ActionIcon>
  </div>
);
