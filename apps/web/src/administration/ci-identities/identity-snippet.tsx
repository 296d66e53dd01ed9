import { Text } from '@mantine/core';
import type { CiIdentity } from '@codemetrics/contracts';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { PRESETS } from './presets.ts';

/** The preset that an identity was made from, as far as its issuer tells. */
const presetOf = ({ issuer, claims }: CiIdentity) =>
  PRESETS.find((one) => one.issuer === issuer) ??
  PRESETS.find((one) => one.id === ('project_path' in claims || 'project_id' in claims ? 'gitlab' : 'other'));

/** What a job does to get a token by this identity. */
export const IdentitySnippet = ({ identity }: { readonly identity: CiIdentity }) => {
  const snippet = presetOf(identity)?.snippet;
  if (!snippet)
    return (
      <Text size="sm">
        The job asks its system for a token with the audience{' '}
        <bdi style={{ overflowWrap: 'anywhere' }}>{identity.audience}</bdi>, and trades it by{' '}
        <code>POST /api/tokens/exchange</code> (RFC 8693).
      </Text>
    );
  return <CodeSnippet what="the job" code={snippet(identity.audience, location.origin)} />;
};
