import type { Kysely } from 'kysely';
import { sql } from 'kysely';

// Every table of facts carries workload_id in its primary and unique keys, so that it can be distributed by it;
// users, tokens, workloads and the like stay small and can be replicated whole.
const STATEMENTS = [
  `create table users (
    user_id uuid primary key,
    username text not null,
    username_key text not null unique,
    display_name text not null,
    role text not null check (role in ('admin', 'editor', 'viewer')),
    workloads text[],
    password_hash text,
    disabled boolean not null default false,
    created_at timestamptz not null,
    last_sign_in_at timestamptz
  )`,
  `create table sessions (
    session_id uuid primary key,
    user_id uuid not null references users on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    address text,
    user_agent text
  )`,
  `create index sessions_by_user on sessions (user_id)`,
  `create table service_tokens (
    token_id uuid primary key,
    user_id uuid not null references users on delete cascade,
    subject text not null,
    scopes text[] not null,
    workloads text[],
    allowed_cidrs text[],
    description text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    ends_at timestamptz,
    rotated_from uuid,
    last_used_at timestamptz,
    last_used_from text,
    last_user_agent text,
    use_count bigint not null default 0,
    failure_count bigint not null default 0
  )`,
  `create index service_tokens_by_user on service_tokens (user_id, created_at)`,
  `create table service_token_usage (
    token_id uuid not null references service_tokens on delete cascade,
    day date not null,
    operation text not null,
    calls bigint not null,
    failures bigint not null,
    primary key (token_id, day, operation)
  )`,
  `create table sign_in_limits (key text primary key, points integer not null default 0, expire bigint)`,
  `create table workloads (
    workload_id text primary key,
    name text not null,
    description text not null,
    tags jsonb not null,
    repository_groups jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create table repositories (
    workload_id text not null,
    repository text not null,
    default_branch text,
    primary key (workload_id, repository)
  )`,
  `create table dimension_values (
    workload_id text not null,
    dimension text not null,
    value text not null,
    primary key (workload_id, dimension, value)
  )`,
  `create table pipeline_runs (
    workload_id text not null,
    run_id uuid not null,
    source text not null,
    external_id text not null,
    attempt integer not null,
    repository text not null,
    job text not null,
    branch text,
    commit_sha text,
    event text,
    status text not null,
    conclusion text,
    queued_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    sorted_at timestamptz not null,
    actor_name text,
    actor_kind text,
    url text,
    primary key (workload_id, run_id),
    unique (workload_id, source, external_id, attempt)
  )`,
  `create index pipeline_runs_newest on pipeline_runs (workload_id, sorted_at desc, run_id desc)`,
  `create index pipeline_runs_finished on pipeline_runs (workload_id, finished_at)
    include (conclusion, attempt, started_at, queued_at, repository, job) where status = 'completed'`,
  `create index pipeline_runs_later_attempts on pipeline_runs (workload_id, source, external_id, attempt)
    where attempt > 1 and status = 'completed'`,
  `create table deployments (
    workload_id text not null,
    deployment_id uuid not null,
    source text not null,
    external_id text not null,
    repository text not null,
    commit_sha text not null,
    environment text not null,
    production boolean not null,
    status text not null,
    started_at timestamptz,
    finished_at timestamptz,
    url text,
    primary key (workload_id, deployment_id),
    unique (workload_id, source, external_id, repository, commit_sha)
  )`,
  `create index deployments_finished on deployments (workload_id, finished_at) where production`,
  `create index deployments_by_repository on deployments (workload_id, repository, finished_at)`,
  `create table incidents (
    workload_id text not null,
    incident_id uuid not null,
    source text not null,
    external_id text not null,
    severity text,
    title text,
    opened_at timestamptz not null,
    resolved_at timestamptz,
    caused_by_deployment text,
    url text,
    primary key (workload_id, incident_id),
    unique (workload_id, source, external_id)
  )`,
  `create index incidents_opened on incidents (workload_id, opened_at)`,
  `create index incidents_resolved on incidents (workload_id, resolved_at)`,
  `create table commits (
    workload_id text not null,
    repository text not null,
    sha text not null,
    branch text,
    author_name text,
    author_email text,
    author_kind text,
    authored_at timestamptz,
    committed_at timestamptz not null,
    message text,
    parents text[],
    primary key (workload_id, repository, sha)
  )`,
  `create index commits_committed on commits (workload_id, committed_at)`,
  `create table commit_files (
    workload_id text not null,
    repository text not null,
    sha text not null,
    path text not null,
    added_lines integer,
    deleted_lines integer,
    primary key (workload_id, repository, sha, path)
  )`,
  // Which deployment first brought a commit to production: derived from commits and deployments, never written by a caller.
  `create table delivered_commits (
    workload_id text not null,
    repository text not null,
    sha text not null,
    deployment_id uuid not null,
    committed_at timestamptz not null,
    finished_at timestamptz not null,
    author_kind text,
    branch text,
    primary key (workload_id, repository, sha)
  )`,
  `create index delivered_commits_finished on delivered_commits (workload_id, finished_at)`,
  // Repositories whose delivered_commits must be worked out anew; marked in the writer's own transaction.
  `create table delivery_dirty (
    workload_id text not null,
    repository text not null,
    marks bigint not null default 1,
    primary key (workload_id, repository)
  )`,
  `create table changes (
    workload_id text not null,
    change_id uuid not null,
    source text not null,
    external_id text not null,
    repository text not null,
    number integer,
    title text,
    author_name text,
    author_kind text,
    branch text,
    target_branch text,
    opened_at timestamptz not null,
    ready_at timestamptz,
    first_review_at timestamptz,
    approved_at timestamptz,
    merged_at timestamptz,
    closed_at timestamptz,
    added_lines integer,
    deleted_lines integer,
    changed_files integer,
    commits text[],
    head_commit text,
    merge_commit text,
    linked_issues text[],
    labels text[],
    url text,
    primary key (workload_id, change_id),
    unique (workload_id, source, external_id)
  )`,
  `create index changes_merged on changes (workload_id, merged_at)`,
  `create table issues (
    workload_id text not null,
    issue_id uuid not null,
    source text not null,
    external_id text not null,
    repository text,
    type text not null,
    priority text,
    environment_found text,
    title text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    linked_changes text[],
    labels text[],
    url text,
    primary key (workload_id, issue_id),
    unique (workload_id, source, external_id)
  )`,
  `create index issues_opened on issues (workload_id, opened_at)`,
  `create table coverage_reports (
    workload_id text not null,
    report_id uuid not null,
    repository text not null,
    commit_sha text not null,
    branch text not null,
    name text not null,
    format text not null,
    taken_at timestamptz not null,
    files integer not null,
    lines_covered integer not null,
    lines_total integer not null,
    branches_covered integer,
    branches_total integer,
    primary key (workload_id, report_id),
    unique (workload_id, repository, commit_sha, branch, name)
  )`,
  `create index coverage_reports_taken on coverage_reports (workload_id, repository, taken_at)`,
  `create table sources (
    source text primary key,
    sealed_secret text,
    updated_at timestamptz,
    stored bigint not null default 0,
    ignored bigint not null default 0,
    unmatched bigint not null default 0,
    last_delivery_at timestamptz
  )`,
  `create table webhook_deliveries (
    source text not null,
    delivery_id text not null,
    event text not null,
    received_at timestamptz not null,
    outcome text not null,
    body text not null,
    primary key (source, delivery_id)
  )`,
  `create table audit_entries (
    sequence bigint primary key,
    at timestamptz not null,
    actor text not null,
    actor_kind text not null,
    address text,
    request_id text,
    action text not null,
    target text,
    outcome text not null,
    details jsonb not null,
    previous_hash text not null,
    hash text not null
  )`,
  // The end of the hash chain; its row lock makes appending one at a time.
  `create table audit_head (only_row boolean primary key default true check (only_row), sequence bigint not null, hash text not null)`,
  `insert into audit_head (sequence, hash) values (0, repeat('0', 64))`,
  // Even the server's own account can't alter or remove an entry by mistake.
  `create function audit_entries_are_final() returns trigger language plpgsql as
    $$ begin raise exception 'audit entries are never changed'; end $$`,
  `create trigger audit_entries_final before update or delete or truncate on audit_entries
    for each statement execute function audit_entries_are_final()`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
