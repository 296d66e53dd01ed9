import type { ReactNode } from 'react';
import { Code, Group } from '@mantine/core';
import { CopyButton } from '../elements/copy-button.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { ScopeBadges } from './scope-badges.tsx';
import { SubjectText } from './subject-text.tsx';
import { TokenExpiry } from './token-expiry.tsx';
import classes from './token-facts.module.css';
import type { TokenRow } from './token-list.ts';
import { TokenStatus } from './token-status.tsx';
import { isActive } from './token-times.ts';

const factsOf = (row: TokenRow): readonly (readonly [string, ReactNode])[] => {
  const { token } = row;
  return [
    ['Status', <TokenStatus row={row} />],
    ...(token.status === 'revoked'
      ? []
      : [[isActive(token) ? 'Expires' : 'Ended', <TokenExpiry token={token} />] as const]),
    [
      'Created',
      <>
        <TimeStamp at={token.created} as="date-time" /> by <SubjectText text={token.createdBy} />
      </>,
    ],
    ['May', <ScopeBadges scopes={token.scopes} />],
    ['Workloads', token.workloads === null ? 'All, those to come included' : token.workloads.join(', ')],
    ['Allowed networks', token.allowedCidrs === null ? 'Any' : token.allowedCidrs.join(', ')],
    [
      'Token id',
      <Group gap={4}>
        <Code>{token.tokenId}</Code>
        <CopyButton value={token.tokenId} what="the token id" isCompact />
      </Group>,
    ],
  ];
};

/** What a token is and may do. */
export const TokenFacts = ({ row }: { row: TokenRow }) => (
  <dl className={classes.facts}>
    {factsOf(row).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
