import { useState } from 'react';
import { Button, Collapse, Divider, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSession } from '../session/use-session.ts';
import { useSignInOptions } from '../session/use-sign-in-options.ts';
import { CodeSnippet } from '../elements/code-snippet.tsx';
import { Panel } from '../elements/panel.tsx';
import { SessionToken } from './session-token.tsx';
import { sessionTokenCommand } from './session-token-command.ts';

/** How a script gets a session token: this browser’s own, or one of its own by signing in. */
export const ScriptAccess = () => {
  const { user } = useSession();
  const { data: options } = useSignInOptions();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title="A session token for scripts"
      description={
        <>
          For managing tokens and users from a terminal. For everything else a{' '}
          <Link to="/tokens">service token</Link> is the better choice.
        </>
      }
    >
      <Stack>
        <SessionToken />
        {options?.localPasswords !== false && (
          <>
            <Divider />
            <div>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-expanded={isOpen}
                aria-controls="sign-in-command"
                onClick={() => setOpen(!isOpen)}
              >
                {isOpen ? 'Hide how to sign in from a terminal' : 'Or sign in from a terminal'}
              </Button>
              <Collapse expanded={isOpen} id="sign-in-command">
                <Stack gap="xs" mt="sm">
                  <Text size="sm">
                    It makes a session of its own. It asks for your password, which thus stays out of the
                    shell’s history, and puts the token into <code>SESSION_TOKEN</code>.
                  </Text>
                  <CodeSnippet
                    what="the command that gets a session token"
                    code={sessionTokenCommand(location.origin, user.username)}
                  />
                </Stack>
              </Collapse>
            </div>
          </>
        )}
      </Stack>
    </Panel>
  );
};
