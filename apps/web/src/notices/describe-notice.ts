import type { Notice } from '@codemetrics/contracts';
import { formatRelative } from '../elements/format-time.ts';

/** What a notice says of its token, to stand after the token's name: `ends in 6 days`. */
export const describeNotice = (notice: Notice, now: number = Date.now()): string => {
  switch (notice.kind) {
    case 'token-expiring':
      return notice.expires === null ? 'ends soon' : `ends ${formatRelative(notice.expires, now)}`;
    case 'token-unused':
      return notice.lastUsed === null
        ? `was made over ${notice.days ?? 90} days ago and never used`
        : `has not been used for over ${notice.days ?? 90} days`;
    case 'token-new-network':
      return `was used from a new network, ${notice.network ?? 'unknown'}`;
  }
};
