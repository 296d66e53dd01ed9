import { createHash } from 'node:crypto';

/** One repository's part of a deployment, as the peer's tables have it. */
export interface PeerDeployment {
  readonly id: string;
  readonly pipeline: string;
  readonly scope: string;
  readonly repo_url: string;
  readonly environment: string | null;
  readonly result: 'SUCCESS' | 'FAILURE';
  readonly commit_sha?: string;
  readonly started_at: string;
  readonly finished_at: string;
  readonly previous_success?: string | null;
}

export interface PeerChange {
  readonly id: string;
  readonly author: string | null;
  readonly created_at: string;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string;
  readonly commits: readonly { readonly sha: string; readonly authored_at: string }[];
  readonly comments: readonly { readonly id: string; readonly by: string; readonly at: string }[];
}

export interface PeerIncident {
  readonly id: string;
  readonly source: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Which changes lie between which deployed commits, and what the peer makes of each change. */
export interface ChangesScenario {
  readonly project_scopes: readonly string[];
  readonly deployments: readonly PeerDeployment[];
  readonly contained_commits: readonly {
    readonly between: readonly [old: string | null, current: string];
    readonly sha: string;
  }[];
  readonly pull_requests: readonly PeerChange[];
  readonly expected: readonly {
    readonly pr: string;
    readonly coding_minutes: number | null;
    readonly first_review: string | null;
    readonly pickup_minutes: number | null;
    readonly review_minutes: number | null;
    readonly deployment: string | null;
    readonly deploy_minutes: number | null;
    readonly cycle_minutes: number;
  }[];
}

/** Which deployment the peer blames for each incident of a project. */
export interface IncidentsScenario {
  readonly project: {
    readonly deployment_scopes: readonly string[];
    readonly repos: readonly string[];
    readonly boards: readonly string[];
  };
  readonly deployments: readonly PeerDeployment[];
  readonly incidents: readonly PeerIncident[];
  readonly expected: Expected;
}

interface Expected {
  readonly incident_to_deployment_pipeline: Readonly<Record<string, string>>;
  /** Aggregates, each under a name of the file's own. */
  readonly [aggregates: string]: unknown;
}

export const isChangesScenario = (file: object): file is ChangesScenario => 'contained_commits' in file;
export const isIncidentsScenario = (file: object): file is IncidentsScenario =>
  'incidents' in file && 'project' in file;

/** The tables name commits freely; the API takes hexadecimal digits. */
export const shaOf = (name: string): string => createHash('sha1').update(name).digest('hex');

/** Whether it counts as a deployment to production. */
export const isDelivery = ({ environment, result }: PeerDeployment): boolean =>
  environment === 'PRODUCTION' && result === 'SUCCESS';
