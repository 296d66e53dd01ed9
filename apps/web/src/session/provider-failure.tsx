import { Alert } from '@mantine/core';
import type { ProblemCode } from '@codemetrics/contracts';
import { Icon } from '../elements/icon.tsx';

interface Words {
  readonly title: string;
  readonly advice: string;
}

const WORDS: Readonly<Partial<Record<ProblemCode, Words>>> = {
  'sign-in-expired': {
    title: 'Your sign-in has expired',
    advice: 'It took longer than ten minutes, or was begun in another browser or tab. Begin again.',
  },
  'provider-refused': {
    title: 'You were not signed in',
    advice: 'You cancelled it, or the provider gives you no access to CodeMetrics.',
  },
  'provider-failed': {
    title: 'The provider’s answer was not accepted',
    advice: 'Try again. If that does not help, tell an administrator: the server’s log says why.',
  },
  'provider-unavailable': {
    title: 'The provider can’t be reached',
    advice: 'Try again in a moment.',
  },
  'no-role': {
    title: 'You have no access yet',
    advice: 'None of your groups at the provider has a role in CodeMetrics. Ask an administrator for one.',
  },
  'username-missing': {
    title: 'Your user name is missing',
    advice: 'The provider does not tell a name that CodeMetrics can use. Ask an administrator.',
  },
  'account-exists': {
    title: 'Your user name is taken',
    advice: 'Somebody else has this name in CodeMetrics already. Ask an administrator.',
  },
  'account-disabled': {
    title: 'Your account is disabled',
    advice: 'An administrator can enable it again.',
  },
  unavailable: {
    title: 'Signing in did not work',
    advice: 'The server is up, but its database is not. It usually recovers by itself.',
  },
};

const UNKNOWN: Words = { title: 'Signing in did not work', advice: 'Try again in a moment.' };

/** Why signing in through a provider did not work; `code` stands in the address, so only known ones are told. */
export const ProviderFailure = ({ code }: { code: string }) => {
  const { title, advice } = (Object.hasOwn(WORDS, code) && WORDS[code as ProblemCode]) || UNKNOWN;
  return (
    <Alert color="red" mb="md" role="alert" icon={<Icon name="warning" />} title={title}>
      {advice}
    </Alert>
  );
};
