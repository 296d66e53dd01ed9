import { Button, Code, Skeleton } from '@mantine/core';
import type { SigningKey } from '@codemetrics/contracts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import type { Column } from '../shared/record-list.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { useChosen } from '../shared/use-chosen.ts';
import { EndKeyDialog } from './end-key-dialog.tsx';
import { KeyState } from './key-state.tsx';
import { RotateKeyDialog } from './rotate-key-dialog.tsx';
import { useKeys } from './use-keys.ts';

const COLUMNS: readonly [Column<SigningKey>, ...Column<SigningKey>[]] = [
  { label: 'Key', cell: ({ kid }) => <Code style={{ overflowWrap: 'anywhere' }}>{kid}</Code> },
  { label: 'State', cell: (key) => <KeyState signingKey={key} /> },
  { label: 'Algorithm', cell: ({ alg }) => alg },
  { label: 'Created', cell: ({ created }) => <TimeStamp at={created} as="date-time" /> },
  { label: 'Active tokens', cell: ({ activeTokens }) => activeTokens.toLocaleString(), isNumber: true },
];

/** The keys that sign tokens and sessions. */
export const KeysPage = () => {
  const { data, error, refetch } = useKeys();
  const { open, chosen, choose, close } = useChosen<'rotate' | 'end', SigningKey>();
  return (
    <Page
      title="Signing keys"
      description="They sign every service token and session. Their secrets are in the key file alone, never in the database and never shown."
      actions={
        <Button leftSection={<Icon name="refresh" />} onClick={() => choose('rotate')}>
          Rotate
        </Button>
      }
    >
      {error && (
        <ErrorNotice title="The keys could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton height={160} role="status" aria-label="Loading the keys" />}
      {data && (
        <RecordList
          label="Signing keys"
          rows={data.keys}
          columns={COLUMNS}
          rowKey={({ kid }) => kid}
          actions={(key) =>
            key.state === 'verifying' && (
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                c="var(--app-worse)"
                aria-label={`End ${key.kid}`}
                onClick={() => choose('end', key)}
              >
                End …
              </Button>
            )
          }
        />
      )}
      <RotateKeyDialog isOpen={open === 'rotate'} onClose={close} />
      {chosen && <EndKeyDialog signingKey={chosen} isOpen={open === 'end'} onClose={close} />}
    </Page>
  );
};
