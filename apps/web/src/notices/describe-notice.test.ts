import { expect, test } from 'vitest';
import type { Notice } from '@codemetrics/contracts';
import { describeNotice } from './describe-notice.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const notice = (over: Partial<Notice>): Notice => ({
  ...{ noticeId: 'n', kind: 'token-expiring', tokenId: 't', sub: 'nightly', owner: 'jo' },
  ...{ created: '2026-03-01T11:00:00.000Z', dismissed: null, days: null, expires: null },
  ...{ lastUsed: null, network: null, address: null },
  ...over,
});

test.each<[Partial<Notice>, string]>([
  [{ days: 7, expires: '2026-03-08T11:00:00.000Z' }, 'ends in 6 days'],
  [{ days: 1, expires: '2026-03-01T15:30:00.000Z' }, 'ends in 3 hours'],
  [{ kind: 'token-unused', days: 90 }, 'was made over 90 days ago and never used'],
  [
    { kind: 'token-unused', days: 90, lastUsed: '2025-12-01T00:00:00.000Z' },
    'has not been used for over 90 days',
  ],
  [
    { kind: 'token-new-network', network: '198.51.100.0/24', address: '198.51.100.1' },
    'was used from a new network, 198.51.100.0/24',
  ],
])('%o: %s', (over, text) => {
  expect(describeNotice(notice(over), NOW)).toBe(text);
});
