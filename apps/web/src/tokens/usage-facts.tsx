import type { ReactNode } from 'react';
import { TimeStamp } from '../elements/time-stamp.tsx';
import classes from './token-facts.module.css';
import type { TokenUsage } from './use-tokens.ts';

const SHOWN_NETWORKS = 10;

const networksText = (networks: TokenUsage['networks']): ReactNode =>
  networks.length === 0 ? (
    'None yet'
  ) : (
    <>
      {networks.slice(0, SHOWN_NETWORKS).map(({ network, firstSeen }) => (
        <span key={network} style={{ display: 'block' }}>
          {network}, first on <TimeStamp at={firstSeen} as="date" />
        </span>
      ))}
      {networks.length > SHOWN_NETWORKS && `and ${networks.length - SHOWN_NETWORKS} more`}
    </>
  );

/** The last use, all uses, and the networks they came from. */
export const UsageFacts = ({ usage }: { usage: TokenUsage }) => {
  const { lastUsed, lastUsedFrom, lastUserAgent, useCount, failureCount, networks } = usage;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Last used</dt>
        <dd>
          {lastUsed === null ? (
            'Never'
          ) : (
            <>
              <TimeStamp at={lastUsed} as="relative" /> from {lastUsedFrom ?? 'an unknown address'}
              {lastUserAgent !== null && (
                <>
                  {' '}
                  by <bdi>{lastUserAgent}</bdi>
                </>
              )}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Calls ever</dt>
        <dd className="numbers">
          {useCount.toLocaleString()}, of which {failureCount.toLocaleString()} failed
        </dd>
      </div>
      <div>
        <dt>Used from</dt>
        <dd>{networksText(networks)}</dd>
      </div>
    </dl>
  );
};
