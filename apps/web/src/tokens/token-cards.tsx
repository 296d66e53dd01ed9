import { Group, Paper, Title } from '@mantine/core';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { TokenActions } from './token-actions.tsx';
import classes from './token-cards.module.css';
import { TokenExpiry } from './token-expiry.tsx';
import { TokenGrant } from './token-grant.tsx';
import type { TokenListProps } from './token-list.ts';
import { TokenSubject } from './token-subject.tsx';
import { TokenUse } from './token-use.tsx';

/** One card a token; for windows too narrow for the table. */
export const TokenCards = ({ tokens, onAction }: TokenListProps) => (
  <ul className={classes.cards} aria-label="Service tokens">
    {tokens.map((token) => (
      <Paper component="li" key={token.tokenId} withBorder p="md" className={classes.card}>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Title order={2} size="md">
            <TokenSubject token={token} />
          </Title>
          <TokenActions token={token} onAction={onAction} />
        </Group>
        <TokenGrant token={token} />
        <dl className={classes.facts}>
          <div>
            <dt>Created</dt>
            <dd>
              <TimeStamp at={token.created} as="date" /> by {token.createdBy}
            </dd>
          </div>
          <div>
            <dt>Expires</dt>
            <dd>
              <TokenExpiry token={token} />
            </dd>
          </div>
          <div>
            <dt>Last used</dt>
            <dd>
              <TokenUse token={token} />
            </dd>
          </div>
        </dl>
      </Paper>
    ))}
  </ul>
);
