import { DomainError } from '@codemetrics/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { azureDevopsSource } from './azure-devops/index.ts';
import * as azure from './azure-devops/test-payloads.ts';
import { circleciSource } from './circleci/index.ts';
import { jobCompleted, workflowCompleted } from './circleci/test-payloads.ts';
import { jenkinsSource } from './jenkins/index.ts';
import { notification } from './jenkins/test-payloads.ts';
import { jiraSource } from './jira/index.ts';
import { issueEvent } from './jira/test-payloads.ts';
import { mapChecked } from './map-checked.ts';
import { opsgenieSource } from './opsgenie/index.ts';
import { alertAction, incidentAction } from './opsgenie/test-payloads.ts';
import { pagerdutySource } from './pagerduty/index.ts';
import { incidentEvent } from './pagerduty/test-payloads.ts';
import type { WebhookSource } from './webhook-source.ts';

const moved = { changelog: { items: [{ field: 'Key', fromString: 'WEB-3' }] } };
const CASES: [string, WebhookSource, unknown[]][] = [
  ['Jenkins', jenkinsSource, [notification(), notification({ phase: 'QUEUED', scm: null })]],
  ['CircleCI', circleciSource, [workflowCompleted(), jobCompleted()]],
  ['PagerDuty', pagerdutySource, [incidentEvent('incident.resolved', { status: 'resolved' })]],
  ['Opsgenie', opsgenieSource, [alertAction('Close'), incidentAction('Resolve')]],
  ['Jira', jiraSource, [issueEvent('updated', {}, moved), issueEvent('deleted')]],
  [
    'Azure DevOps',
    azureDevopsSource,
    [
      azure.build(),
      azure.runChange(),
      azure.deployment('started'),
      azure.deployment(
        'completed',
        {},
        { deployment: { attempt: 1, release: { artifacts: [{ type: 'Build' }] } } },
      ),
      azure.push(),
      azure.pullRequest('updated', { status: 'completed' }),
      azure.workItem('created'),
      azure.workItemUpdate(),
      azure.workItem('deleted'),
    ],
  ],
];

/** Every place of a document, as the keys that lead to it. */
const placesOf = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))]
    : [path];

const replaced = (document: unknown, path: readonly string[], value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy: unknown = Array.isArray(document) ? [...(document as unknown[])] : { ...(document as object) };
  (copy as Record<string, unknown>)[key] = replaced((document as Record<string, unknown>)[key], rest, value);
  return copy;
};

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    '\u0000\u001b[31m',
    'a\u0085b\u009fc',
    '\ud800',
    '../../etc/passwd',
    'javascript:alert(1)',
    '__proto__',
    'constructor',
    '0001-01-01T00:00:00',
    '2026-02-30T25:61:61Z',
    '9999-12-31T23:59:59.999999999+99:99',
    `${'🎯'.repeat(1000)}-1`,
    'https://'.padEnd(5000, 'x'),
    { toString: 7 },
  ),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer(),
);

const mapOrRefuse = (source: WebhookSource, event: string, payload: unknown): void => {
  try {
    mapChecked(source, event, payload);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'malformed-body') throw error;
    expect(error.detail).toMatch(/^[\w ./:-]+: /);
  }
};

describe.each(CASES)('%s', (_, source, examples) => {
  const headOf = (payload: unknown) => source.head({ headers: {}, body: '' }, payload);

  test('its examples are mapped, and a second delivery says the same', () => {
    for (const example of examples) {
      const { event, deliveryId } = headOf(example);
      expect(source.events).toContain(event);
      expect(mapChecked(source, event, example)).not.toEqual([]);
      expect(source.map(event, structuredClone(example), {})).toEqual(source.map(event, example, {}));
      expect(headOf(structuredClone(example)).deliveryId).toBe(deliveryId);
    }
  });

  test('whatever stands anywhere in a payload, its rows fit or it is refused', () => {
    for (const example of examples) {
      const { event } = headOf(example);
      const places = placesOf(example);
      const changes = fc.array(fc.tuple(fc.constantFrom(...places), hostile), { minLength: 1, maxLength: 2 });
      fc.assert(
        fc.property(changes, (all) => {
          const [[path, value], second] = all as [[string[], unknown], [string[], unknown]?];
          const once = replaced(example, path, value);
          mapOrRefuse(source, event, once);
          if (second && places.length > 1) mapOrRefuse(source, event, replaced(example, ...second));
          expect(headOf(once).event.length).toBeGreaterThan(0);
        }),
        { numRuns: 300 },
      );
    }
  });

  test('any other document is refused or carries nothing, and its head is told', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(...source.events, 'unknown', '__proto__'),
        (payload, event) => {
          mapOrRefuse(source, event, payload);
          const head = headOf(payload);
          expect(head.event.length).toBeLessThanOrEqual(100);
          expect((head.deliveryId ?? '').length).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
