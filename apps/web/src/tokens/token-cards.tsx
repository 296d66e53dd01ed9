import { Group, Paper, Title } from '@mantine/core';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { SubjectText } from './subject-text.tsx';
import { TokenActions } from './token-actions.tsx';
import { TokenCalls } from './token-calls.tsx';
import classes from './token-cards.module.css';
import { TokenExpiry } from './token-expiry.tsx';
import { TokenGrant } from './token-grant.tsx';
import type { TokenListProps } from './token-list.ts';
import { TokenStatus } from './token-status.tsx';
import { TokenSubject } from './token-subject.tsx';
import { TokenUse } from './token-use.tsx';

/** One card a token; for windows too narrow for the table. */
export const TokenCards = ({ rows, onAction }: TokenListProps) => (
  <ul className={classes.cards} aria-label="Service tokens">
    {rows.map((row) => (
      <Paper component="li" key={row.token.tokenId} withBorder p="md" className={classes.card}>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Title order={2} size="md" className={classes.name}>
            <TokenSubject token={row.token} />
          </Title>
          <TokenActions token={row.token} onAction={onAction} />
        </Group>
        <div className={classes.grant}>
          <TokenGrant token={row.token} />
        </div>
        <dl className={classes.facts}>
          <div>
            <dt>Status</dt>
            <dd>
              <TokenStatus row={row} />
            </dd>
          </div>
          <div>
            <dt>Expires</dt>
            <dd>
              <TokenExpiry token={row.token} />
            </dd>
          </div>
          <div>
            <dt>Last used</dt>
            <dd>
              <TokenUse token={row.token} />
            </dd>
          </div>
          <div>
            <dt>Calls in 30 days</dt>
            <dd>
              <TokenCalls calls={row.calls} />
            </dd>
          </div>
          <div>
            <dt>Created</dt>
            <dd>
              <TimeStamp at={row.token.created} as="date" /> by <SubjectText text={row.token.createdBy} />
            </dd>
          </div>
        </dl>
      </Paper>
    ))}
  </ul>
);
