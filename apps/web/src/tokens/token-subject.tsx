import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ServiceToken } from '@codemetrics/contracts';
import { SubjectText } from './subject-text.tsx';
import classes from './token-subject.module.css';

/** The service that a token is for, which leads to its details, and what it is for. */
export const TokenSubject = ({ token }: { token: ServiceToken }) => (
  <>
    <Link
      to="/tokens"
      search={((before: Record<string, string>) => ({ ...before, token: token.tokenId })) as never}
      resetScroll={false}
      className={classes.link}
      title={token.sub}
    >
      <SubjectText text={token.sub} lines={2} />
    </Link>
    {token.description && (
      <Text span size="xs" c="dimmed" display="block" fw={400}>
        <SubjectText text={token.description} lines={2} />
      </Text>
    )}
  </>
);
