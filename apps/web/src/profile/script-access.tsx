import { useState } from 'react';
import { Button, Collapse, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSession } from '../session/use-session.ts';
import { CodeSnippet } from '../elements/code-snippet.tsx';
import { Panel } from '../elements/panel.tsx';
import { sessionTokenCommand } from './session-token-command.ts';

/** How a script gets a session token. This page can't show its own: the cookie is out of every script's reach. */
export const ScriptAccess = () => {
  const { user } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title="A session token for scripts"
      description="For managing tokens and users from a terminal. For everything else a service token is the better choice."
    >
      <Button
        variant="default"
        aria-expanded={isOpen}
        aria-controls="session-token"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide the command' : 'Show how to get one'}
      </Button>
      <Collapse expanded={isOpen} id="session-token">
        <Stack gap="xs" mt="md">
          <Text size="sm">
            It asks for your password, which thus stays out of the shell’s history, and puts the token into{' '}
            <code>SESSION_TOKEN</code>. This browser’s own session token can’t be shown: no script can read
            its cookie.
          </Text>
          <CodeSnippet
            what="the command that gets a session token"
            code={sessionTokenCommand(location.origin, user.username)}
          />
          <Text size="sm">
            Or make a <Link to="/tokens">service token</Link>.
          </Text>
        </Stack>
      </Collapse>
    </Panel>
  );
};
