import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { Dialog } from '../../elements/dialog.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';

interface Change {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly reset: () => void;
}

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly change: Change;
  /** What the button does, such as `Delete user`. */
  readonly action: string;
  /** What did not happen, where it failed. */
  readonly failure: string;
  readonly onConfirm: () => void;
  /** What must be typed first, for what can’t be undone. */
  readonly typed?: string;
  /** What it ends. */
  readonly children: ReactNode;
}

const Confirmation = ({ change, action, failure, onConfirm, onClose, typed, children }: Props) => {
  const [text, setText] = useState('');
  const isReady = typed === undefined || text.trim() === typed;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !change.isPending) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {children}
        {typed !== undefined && (
          <TextInput
            label={
              <>
                Type <bdi style={{ overflowWrap: 'anywhere', fontFamily: 'monospace' }}>{typed}</bdi> to
                confirm
              </>
            }
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {change.error && <ErrorNotice title={failure} error={change.error} />}
        <Group justify="flex-end">
          <Button
            variant="default"
            data-autofocus={typed === undefined || undefined}
            onClick={onClose}
            disabled={change.isPending}
          >
            Cancel
          </Button>
          <Button type="submit" color="red.9" disabled={!isReady} loading={change.isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Asks before something is ended. */
export const ConfirmDialog = (props: Props) => {
  const { title, isOpen, onClose, change } = props;
  const close = (): void => {
    onClose();
    change.reset();
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} isGuarded={change.isPending}>
      <Confirmation {...props} onClose={close} />
    </Dialog>
  );
};
