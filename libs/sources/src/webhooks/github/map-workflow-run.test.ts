import { RunConclusion } from '@codemetrics/contracts';
import { describe, expect, test } from 'vitest';
import { CONCLUSIONS } from './states.ts';
import { mapChecked, payload, refusal } from './test-payloads.ts';

const run = (changes: Record<string, unknown> = {}) =>
  mapChecked('workflow_run', payload('workflow-run', 'workflow_run', changes))?.runs[0];

describe('workflow_run', () => {
  test('a completed run', () => {
    expect(mapChecked('workflow_run', payload('workflow-run'))).toEqual({
      repository: 'acme/shop-api',
      defaultBranch: 'main',
      jobs: [],
      deployments: [],
      changes: [],
      commits: [],
      issues: [],
      runs: [
        {
          externalId: '9876543210',
          source: 'github',
          repository: 'acme/shop-api',
          job: 'build',
          branch: 'main',
          commit: '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e',
          event: 'push',
          status: 'completed',
          conclusion: 'success',
          attempt: 1,
          queuedAt: new Date('2026-03-01T11:59:30Z'),
          startedAt: new Date('2026-03-01T12:00:00Z'),
          finishedAt: new Date('2026-03-01T12:04:12Z'),
          actor: { name: 'renovate[bot]', kind: 'bot' },
          url: 'https://github.com/acme/shop-api/actions/runs/9876543210',
        },
      ],
    });
  });

  test('the status of the run counts, whatever the action', () => {
    const action = (name: string, changes: Record<string, unknown>) =>
      mapChecked('workflow_run', { ...payload('workflow-run', 'workflow_run', changes), action: name })
        ?.runs[0];
    expect(action('requested', { conclusion: 'action_required' })).toMatchObject({
      status: 'completed',
      conclusion: 'neutral',
    });
    const queued = action('completed', { status: 'queued', conclusion: null });
    expect(queued).toMatchObject({ status: 'queued', conclusion: null, finishedAt: null });
    expect(action('in_progress', { status: 'in_progress', conclusion: 'success' })).toMatchObject({
      status: 'running',
      conclusion: null,
    });
    for (const status of ['waiting', 'pending', 'requested', 'constructor', null]) {
      expect(run({ status, conclusion: null })).toMatchObject({ status: 'queued' });
    }
  });

  test('every conclusion has one of ours; one that is missing or new is neutral', () => {
    for (const [theirs, ours] of Object.entries(CONCLUSIONS)) {
      expect(run({ conclusion: theirs })).toMatchObject({ status: 'completed', conclusion: ours });
      expect(RunConclusion.options).toContain(ours);
    }
    for (const conclusion of [null, undefined, 'brand_new', 'toString']) {
      expect(run({ conclusion })).toMatchObject({ conclusion: 'neutral' });
    }
  });

  test('a status may be the conclusion itself, in either case of letters', () => {
    for (const status of ['failure', 'FAILURE'])
      expect(run({ status, conclusion: null })).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(run({ status: 'COMPLETED', conclusion: 'TIMED_OUT' })).toMatchObject({ conclusion: 'timed-out' });
  });

  test('a later attempt was not queued when the first was', () => {
    const second = {
      run_attempt: 2,
      run_started_at: '2026-03-02T08:00:00Z',
      updated_at: '2026-03-02T08:01:00Z',
    };
    expect(run(second)).toMatchObject({
      attempt: 2,
      queuedAt: null,
      startedAt: new Date('2026-03-02T08:00:00Z'),
    });
    for (const status of ['queued', 'completed'])
      expect(run({ ...second, status, run_started_at: null })).toBeDefined();
  });

  test('what is missing or over-long does not refuse a run', () => {
    expect(run({ name: '', actor: null, triggering_actor: null })).toMatchObject({
      job: '.github/workflows/build.yml',
      actor: null,
    });
    expect(run({ name: null, path: null, html_url: 'javascript:alert(1)' })).toMatchObject({
      job: 'workflow',
      url: null,
    });
    expect(run({ triggering_actor: null })).toMatchObject({ actor: { name: 'jo', kind: 'user' } });
    expect(run({ triggering_actor: { login: 'x[bot]' } })).toMatchObject({ actor: { kind: 'bot' } });
    expect(run({ name: `a\u0000${'🎯'.repeat(400)}`, head_branch: null })).toMatchObject({ branch: null });
  });

  test('a payload that is none names its field', () => {
    expect(refusal('workflow_run', payload('workflow-run', 'workflow_run', { id: null }))).toMatch(
      /^malformed-body: workflow_run\.id: /,
    );
    expect(refusal('workflow_run', payload('workflow-run', 'workflow_run', { head_sha: 'main' }))).toBe(
      'malformed-body: workflow_run.head_sha: must be a commit hash',
    );
    expect(refusal('workflow_run', payload('workflow-run', 'workflow_run', { created_at: 'soon' }))).toBe(
      'malformed-body: workflow_run.created_at: must be an RFC 3339 time',
    );
    expect(refusal('workflow_run', payload('workflow-run', 'repository', { full_name: 'x' }))).toBe(
      'malformed-body: repository.full_name: must be OWNER/NAME',
    );
    for (const none of [null, 'text', [], 7])
      expect(refusal('workflow_run', none)).toMatch(/^malformed-body: /);
  });
});
