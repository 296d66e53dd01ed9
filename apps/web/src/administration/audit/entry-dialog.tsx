import { Stack, Text } from '@mantine/core';
import type { AuditEntry } from '@codemetrics/contracts';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { Dialog } from '../../elements/dialog.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { AuditOutcome } from './audit-outcome.tsx';
import classes from './entry-dialog.module.css';

interface Props {
  readonly entry: AuditEntry;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One entry with everything that it tells. */
export const EntryDialog = ({ entry, isOpen, onClose }: Props) => (
  <Dialog title={`Entry ${entry.sequence.toLocaleString()}`} isOpen={isOpen} onClose={onClose}>
    <Stack>
      <dl className={classes.facts}>
        <dt>Action</dt>
        <dd>
          <code>{entry.action}</code> <AuditOutcome outcome={entry.outcome} />
        </dd>
        <dt>Time</dt>
        <dd>
          <TimeStamp at={entry.time} as="date-time" />
        </dd>
        <dt>Actor</dt>
        <dd>
          <bdi>{entry.actor}</bdi> ({entry.actorKind})
        </dd>
        <dt>Target</dt>
        <dd>{entry.target === null ? 'none' : <bdi>{entry.target}</bdi>}</dd>
        <dt>Address</dt>
        <dd>{entry.address ?? 'unknown'}</dd>
        <dt>Request id</dt>
        <dd>
          <code>{entry.requestId ?? 'none'}</code>
        </dd>
        <dt>Previous hash</dt>
        <dd>
          <code>{entry.previousHash}</code>
        </dd>
        <dt>Hash</dt>
        <dd>
          <code>{entry.hash}</code>
        </dd>
      </dl>
      <div>
        <Text fw={600} size="sm" mb={4}>
          Details
        </Text>
        <CodeSnippet what="the details" code={JSON.stringify(entry.details, null, 2)} isWrapped />
      </div>
    </Stack>
  </Dialog>
);
