import { useState } from 'react';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useEndAllSessions } from '../session/use-own-sessions.ts';
import { Dialog } from '../elements/dialog.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before every session of the person is ended, this one included unless they keep it. */
export const SignOutEverywhere = ({ isOpen, onClose }: Props) => {
  const [keepsThis, setKeepsThis] = useState(false);
  const end = useEndAllSessions();
  const close = (): void => {
    onClose();
    setKeepsThis(false);
    end.reset();
  };
  return (
    <Dialog title="Sign out everywhere?" isOpen={isOpen} onClose={close} isGuarded={end.isPending}>
      <Stack>
        <Text>
          Every session of yours ends at once, in all browsers and scripts. Service tokens that you made go
          on; revoke them one by one where you must.
        </Text>
        <Checkbox
          label="Stay signed in here"
          checked={keepsThis}
          onChange={(event) => setKeepsThis(event.currentTarget.checked)}
        />
        {end.error && <ErrorNotice title="Your sessions were not ended" error={end.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close} disabled={end.isPending}>
            Cancel
          </Button>
          <Button
            color="red.9"
            loading={end.isPending}
            onClick={() =>
              end.mutate(keepsThis, { onSuccess: ({ currentEnded }) => !currentEnded && close() })
            }
          >
            {keepsThis ? 'End all other sessions' : 'Sign out everywhere'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
