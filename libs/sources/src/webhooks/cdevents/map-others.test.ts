import { describe, expect, test } from 'vitest';
import { AT, cdEvent, mapEvent } from './test-events.ts';

const at = new Date(AT);
const COMMIT = '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e';

describe('services', () => {
  const content = {
    environment: { id: 'prod-eu', name: 'production' },
    artifactId: `pkg:github/acme/shop@${COMMIT}`,
  };

  test('a service that was deployed is a deployment of its artifact’s commit, once for each event', () => {
    expect(mapEvent(cdEvent('service.deployed', content))).toEqual({
      repository: 'acme/shop',
      services: ['subject-7', 'acme/shop', 'shop', '/ci/tekton'],
      deployments: [
        {
          externalId: '/ci/tekton#event-1',
          source: 'cdevents',
          repository: 'acme/shop',
          environment: 'production',
          commit: COMMIT,
          status: 'success',
          finishedAt: at,
          unplanned: null,
        },
      ],
    });
    expect(
      mapEvent(cdEvent('service.upgraded', content, { context: { id: 'event-2' } })).deployments,
    ).toMatchObject([{ externalId: '/ci/tekton#event-2', unplanned: null }]);
  });

  test('a rollback is unplanned', () => {
    expect(mapEvent(cdEvent('service.rolledback', content)).deployments).toMatchObject([{ unplanned: true }]);
  });

  test('without a repository, workloads claim it by the service, the artifact or the source', () => {
    const event = cdEvent('service.deployed', {
      environment: 'qa',
      artifactId: 'pkg:oci/team/shop@sha256%3A12',
    });
    expect(mapEvent(event)).toMatchObject({
      services: ['subject-7', 'team/shop', 'shop', '/ci/tekton'],
      deployments: [{ repository: 'subject-7', environment: 'qa', commit: null }],
    });
    expect(mapEvent(event)).not.toHaveProperty('repository');
  });
});

describe('changes', () => {
  const repository = { id: 'acme/shop', source: 'https://scm.example' };
  const change = (name: string, more = {}, changes = {}) =>
    mapEvent(cdEvent(`change.${name}`, { repository, ...more }, { subject: { id: '12' }, ...changes }));

  test('a change from its opening to its merge', () => {
    expect(change('created', { description: 'Faster checkout\nby far' })).toMatchObject({
      repository: 'acme/shop',
      changes: [
        {
          externalId: '/ci/tekton#12',
          number: 12,
          title: 'Faster checkout',
          openedAt: at,
          mergedAt: null,
          closedAt: null,
          updatedAt: at,
        },
      ],
    });
    expect(
      change('merged', {}, { customData: { openedAt: '2026-02-01T00:00:00Z', commit: COMMIT } }).changes,
    ).toMatchObject([
      { openedAt: new Date('2026-02-01T00:00:00Z'), mergedAt: at, closedAt: at, mergeCommit: COMMIT },
    ]);
    expect(change('abandoned').changes).toMatchObject([{ mergedAt: null, closedAt: at }]);
    expect(change('updated').changes).toMatchObject([{ mergedAt: null, closedAt: null }]);
  });

  test('a review is one of the change', () => {
    expect(change('reviewed', {}, { customData: { author: 'kim' } }).changes?.[0]?.reviews).toEqual([
      {
        externalId: '/ci/tekton#event-1',
        reviewer: { name: 'kim', kind: 'user' },
        state: 'commented',
        submittedAt: at,
      },
    ]);
  });

  test.each([
    [{ id: 'https://github.com/acme/shop.git' }, 'acme/shop'],
    [{ id: '77', name: 'shop', url: 'https://git.example/acme/shop' }, 'acme/shop'],
    [{ id: '77', name: 'shop' }, 'shop'],
    [{ id: 'acme/shop', name: 'Shop' }, 'acme/shop'],
    ['acme/shop', 'acme/shop'],
  ])('the repository of %j is %s', (named, name) => {
    expect(change('created', { repository: named }).repository).toBe(name);
  });
});

describe('incidents and tickets', () => {
  const content = { description: 'Slow', service: { id: 'shop' }, ticketURI: 'https://issues.example/3' };

  test('an incident opens and is resolved, claimed by its service', () => {
    expect(mapEvent(cdEvent('incident.detected', content, { customData: { severity: 'high' } }))).toEqual({
      services: ['shop', '/ci/tekton'],
      incidents: [
        {
          externalId: '/ci/tekton#subject-7',
          source: 'cdevents',
          severity: 'high',
          openedAt: at,
          resolvedAt: null,
          title: 'Slow',
          updatedAt: at,
          url: 'https://issues.example/3',
        },
      ],
    });
    expect(mapEvent(cdEvent('incident.resolved', content)).incidents).toMatchObject([
      { resolvedAt: at, title: null },
    ]);
  });

  test('a ticket becomes an issue, and a label makes it a bug where no type does', () => {
    const ticket = { summary: 'Broken', priority: 'high', labels: ['bug', 'production'], group: 'payments' };
    expect(mapEvent(cdEvent('ticket.created', ticket))).toMatchObject({
      services: ['payments', '/ci/tekton'],
      issues: [
        {
          type: 'bug',
          priority: 'high',
          environmentFound: 'production',
          title: 'Broken',
          repository: null,
          closedAt: null,
        },
      ],
    });
    expect(mapEvent(cdEvent('ticket.closed', { ...ticket, ticketType: 'Task' })).issues).toMatchObject([
      { type: 'task', closedAt: at },
    ]);
  });
});
