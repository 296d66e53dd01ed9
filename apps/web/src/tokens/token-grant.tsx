import { Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { ScopeBadges } from './scope-badges.tsx';

const SHOWN_SCOPES = 3;
const SHOWN_WORKLOADS = 3;

const workloadsText = (workloads: readonly string[] | null): string => {
  if (workloads === null) return 'All workloads';
  const more = workloads.length - SHOWN_WORKLOADS;
  return `Only ${workloads.slice(0, SHOWN_WORKLOADS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/** What a token may do, on which workloads, and from which networks, in short. */
export const TokenGrant = ({ token: { scopes, workloads, allowedCidrs } }: { token: ServiceToken }) => (
  <>
    <ScopeBadges scopes={scopes} most={SHOWN_SCOPES} />
    <Text span size="xs" c="dimmed" mt={4} display="block" style={{ overflowWrap: 'anywhere' }}>
      {workloadsText(workloads)}
      {allowedCidrs !== null &&
        `; from ${allowedCidrs.length === 1 ? allowedCidrs.join('') : `${allowedCidrs.length} networks`} alone`}
    </Text>
  </>
);
