import type { ReactNode } from 'react';
import { Code, Text } from '@mantine/core';
import type { Scope } from '@codemetrics/contracts';
import { useSession } from '../session/use-session.ts';

interface Props {
  readonly scope: Scope;
  /** What it would let the person do, after `To`. */
  readonly to: string;
  readonly children?: ReactNode;
}

/** What the person lacks for a step, and who can give it. */
export const AskFor = ({ scope, to, children }: Props) => {
  const { user } = useSession();
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      To {to} takes the scope <Code>{scope}</Code>, which your role ({user.role}) does not have. Ask an
      administrator of this server to do it for you, or to change the role of{' '}
      <bdi>
        <strong>{user.username}</strong>
      </bdi>
      . {children}
    </Text>
  );
};
