import { Button, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { useAddress } from '../elements/use-address.ts';
import { useSession } from '../session/use-session.ts';
import { ExpiryView } from './expiry-view.tsx';
import { NoTokens } from './no-tokens.tsx';
import { readSorting, sortTokens, writeSorting } from './sort-tokens.ts';
import { TokenCards } from './token-cards.tsx';
import { FILTER_NAMES, fits, readFilter } from './token-filter.ts';
import { TokenFilters } from './token-filters.tsx';
import type { TokenAction, TokenRow } from './token-list.ts';
import { TokenTable } from './token-table.tsx';
import { isActive } from './token-times.ts';
import { useHasRoom } from './use-has-room.ts';

interface Props {
  readonly rows: readonly TokenRow[];
  readonly onAction: (action: TokenAction, token: ServiceToken) => void;
}

/** The tokens that fit what the address asks for. */
export const TokensView = ({ rows, onAction }: Props) => {
  const { query, change } = useAddress();
  const { user } = useSession();
  const List = useHasRoom() ? TokenTable : TokenCards;
  const filter = readFilter(query);
  const sorting = readSorting(query['sort']);
  const now = Date.now();
  const listed = rows.filter(({ token }) => filter.withEnded || isActive(token));
  const whatFits = (over: Partial<typeof filter>): readonly TokenRow[] =>
    listed.filter(({ token }) => fits(token, { ...filter, ...over }, user.username, now));
  const found = sortTokens(whatFits({}), sorting);
  const counts = {
    expiring: whatFits({ isExpiring: true, isUnused: false }).length,
    unused: whatFits({ isUnused: true, isExpiring: false }).length,
  };
  const isList = query['view'] !== 'calendar';
  const isFiltered = FILTER_NAMES.some((name) => name !== 'ended' && query[name] !== undefined);
  if (listed.length === 0 && !filter.withEnded && !isFiltered && isList)
    return (
      <>
        <NoTokens />
        <TokenFilters filter={filter} sorting={sorting} isList={isList} counts={counts} />
      </>
    );
  return (
    <>
      <TokenFilters filter={filter} sorting={sorting} isList={isList} counts={counts} />
      {!isList ? (
        <ExpiryView tokens={found.map(({ token }) => token)} />
      ) : found.length === 0 ? (
        <Text>
          No token fits.{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => change(Object.fromEntries(FILTER_NAMES.map((name) => [name, undefined])))}
          >
            Clear the filters
          </Button>
        </Text>
      ) : (
        <List
          rows={found}
          sorting={sorting}
          onSort={(next) => change({ sort: writeSorting(next) })}
          onAction={onAction}
        />
      )}
    </>
  );
};
