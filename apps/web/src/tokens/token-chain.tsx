import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ServiceToken } from '@codemetrics/contracts';
import { TimeStamp } from '../elements/time-stamp.tsx';
import classes from './token-chain.module.css';
import type { TokenRow } from './token-list.ts';

interface Props {
  readonly row: TokenRow;
  readonly rows: readonly TokenRow[];
}

const Neighbour = ({ token, said }: { token: ServiceToken; said: string }) => (
  <li>
    {said}{' '}
    <Link
      to="/tokens"
      search={((before: Record<string, string>) => ({ ...before, token: token.tokenId })) as never}
      resetScroll={false}
    >
      the token of <TimeStamp at={token.created} as="date-time" />
    </Link>
  </li>
);

/** What a token was made from by rotating, and what replaced it. */
export const TokenChain = ({ row: { token, replacedBy }, rows }: Props) => {
  const before = rows.find((one) => one.token.tokenId === token.rotatedFrom)?.token;
  if (!before && !replacedBy) return null;
  return (
    <section>
      <Title order={3} size="sm" mb={4}>
        Rotation
      </Title>
      <ul className={classes.chain}>
        {before && <Neighbour token={before} said="It replaced" />}
        {replacedBy && <Neighbour token={replacedBy} said="It was replaced by" />}
      </ul>
    </section>
  );
};
