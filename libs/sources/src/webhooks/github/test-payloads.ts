import { readFileSync } from 'node:fs';
import {
  ChangeInput,
  CommitInput,
  DeploymentInput,
  DomainError,
  PipelineRunInput,
} from '@codemetrics/contracts';
import type { GithubRows } from './rows.ts';
import { githubSource } from './index.ts';

type Json = Record<string, unknown>;

/** For tests: a payload of `fixtures/`, with fields of one of its objects replaced. */
export const payload = (name: string, object?: string, changes: Json = {}): Json => {
  const text = readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8');
  const whole = JSON.parse(text) as Json;
  if (object === undefined) return { ...whole, ...changes };
  return { ...whole, [object]: { ...(whole[object] as Json), ...changes } };
};

/** For tests: maps an event and sends each row through its contract as a client would. */
export const mapChecked = (event: string, content: unknown): GithubRows | null => {
  const rows = githubSource.map(event, content);
  if (!rows) return null;
  const asSent = (row: object): unknown => JSON.parse(JSON.stringify({ ...row, workload: 'my-team' }));
  for (const row of rows.runs) PipelineRunInput.parse(asSent(row));
  for (const row of rows.deployments) DeploymentInput.parse(asSent(row));
  for (const row of rows.changes) ChangeInput.parse(asSent(row));
  for (const row of rows.commits) CommitInput.parse(asSent(row));
  return rows;
};

/** For tests: the refusal of a payload as `code: detail`. */
export const refusal = (event: string, content: unknown): string => {
  try {
    return `accepted: ${JSON.stringify(githubSource.map(event, content))}`;
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
    throw error;
  }
};
