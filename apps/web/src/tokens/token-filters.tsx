import { Chip, CloseButton, Group, NativeSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';
import { useAddress } from '../elements/use-address.ts';
import { useSession } from '../session/use-session.ts';
import type { Sorting } from './sort-tokens.ts';
import { readSorting, SORTS, writeSorting } from './sort-tokens.ts';
import type { TokenFilter } from './token-filter.ts';
import classes from './token-filters.module.css';
import { useHasRoom } from './use-has-room.ts';

interface Props {
  readonly filter: TokenFilter;
  readonly sorting: Sorting;
  /** Whether they are shown as a list, which alone has an order and ended ones in it. */
  readonly isList: boolean;
  /** How many tokens each of them would leave. */
  readonly counts: { readonly expiring: number; readonly unused: number };
}

const SORTINGS = (Object.keys(SORTS) as (keyof typeof SORTS)[]).flatMap((by) =>
  [SORTS[by].isDown, !SORTS[by].isDown].map((isDown) => ({
    value: `${isDown ? '-' : ''}${by}`,
    label: `${SORTS[by].label} ${isDown ? '↓' : '↑'}`,
  })),
);

/** What narrows the list, all of it in the address. */
export const TokenFilters = ({ filter, sorting, isList, counts }: Props) => {
  const { change } = useAddress();
  const { user } = useSession();
  const hasRoom = useHasRoom();
  return (
    <div className={classes.bar} role="group" aria-label="Filters">
      <TextInput
        aria-label="Search tokens"
        placeholder="Search tokens"
        className={classes.search}
        leftSection={<Icon name="search" size={16} />}
        rightSection={
          filter.search === '' ? undefined : (
            <CloseButton
              size="sm"
              aria-label="Clear the search"
              onClick={() => change({ search: undefined })}
            />
          )
        }
        autoComplete="off"
        spellCheck={false}
        value={filter.search}
        onChange={(event) => change({ search: event.currentTarget.value || undefined })}
      />
      <Group gap="xs">
        <Chip
          size="sm"
          variant="outline"
          checked={filter.isExpiring}
          onChange={(checked) => change({ expiring: checked ? '30' : undefined })}
        >
          Ends within 30 days ({counts.expiring})
        </Chip>
        <Chip
          size="sm"
          variant="outline"
          checked={filter.isUnused}
          onChange={(checked) => change({ unused: checked ? '90' : undefined })}
        >
          Unused for 90 days ({counts.unused})
        </Chip>
      </Group>
      {user.role === 'admin' && (
        <SegmentedControl
          aria-label="Whose tokens"
          size="sm"
          value={filter.isMine ? 'mine' : 'all'}
          onChange={(whose) => change({ whose: whose === 'mine' ? 'mine' : undefined })}
          data={[
            { value: 'all', label: 'Everyone’s' },
            { value: 'mine', label: 'Mine' },
          ]}
        />
      )}
      {isList && (
        <Switch
          label="Revoked and expired too"
          checked={filter.withEnded}
          onChange={(event) => change({ ended: event.currentTarget.checked ? 'shown' : undefined })}
        />
      )}
      {isList && !hasRoom && (
        <NativeSelect
          aria-label="Sorted by"
          size="sm"
          value={`${sorting.isDown ? '-' : ''}${sorting.by}`}
          onChange={(event) => change({ sort: writeSorting(readSorting(event.currentTarget.value)) })}
          data={SORTINGS}
        />
      )}
    </div>
  );
};
