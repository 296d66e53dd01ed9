import { DomainError } from '@codemetrics/contracts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { jobPath } from './job-path.ts';
import { rowsOfBuild } from './run-of-build.ts';
import type { Build } from './run-of-build.ts';
import { BuildNotification } from './schema.ts';

type Times = Pick<Build, 'status' | 'queuedAt' | 'startedAt' | 'finishedAt'>;

/** A build as it stands in one phase; null for a phase that tells of no state. */
export const mapBuild = (payload: unknown): WebhookRows | null => {
  const { name, url, build } = readPayload(BuildNotification, payload);
  const times = timesOf(build);
  if (times === null) return null;
  const path = [url, build.url, build.full_url].map(jobPath).find((parts) => parts.length > 0) ?? named(name);
  const { number, status: result, scm, full_url: address } = build;
  return rowsOfBuild({ path, number, result, scm: scm ?? null, url: address, ...times });
};

/** What `timestamp` is differs with the phase; 0 is a time that Jenkins doesn’t know. */
const timesOf = ({ phase, timestamp, duration }: BuildNotification['build']): Times | null => {
  const at = new Date(timestamp);
  switch (phase?.toUpperCase()) {
    case 'QUEUED':
      return timestamp > 0 ? { status: 'queued', queuedAt: at } : null;
    case 'STARTED':
      return timestamp > 0 ? { status: 'running', startedAt: at } : null;
    // The last phase comes a moment after the third, so both tell the same duration.
    case 'COMPLETED':
    case 'FINALIZED': {
      const startedAt = duration && duration <= timestamp ? new Date(timestamp - duration) : null;
      return { status: 'completed', startedAt, finishedAt: at };
    }
    default:
      return null;
  }
};

const named = (name: string | null | undefined): string[] => {
  const parts = (name ?? '').split('/').filter((part) => part.trim() !== '');
  if (parts.length > 0) return parts;
  const errors = [{ path: 'url', message: 'must be the address of a job' }];
  throw new DomainError('malformed-body', { detail: 'url: must be the address of a job', errors });
};
