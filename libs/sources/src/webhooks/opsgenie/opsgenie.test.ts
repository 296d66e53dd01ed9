import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { opsgenieSource } from './index.ts';
import { alertAction, incidentAction } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const OPENED = new Date('2026-03-01T12:00:00Z');
const CHANGED = new Date('2026-03-01T12:30:00Z');

const map = (content: Json) =>
  mapChecked(opsgenieSource, opsgenieSource.head({ headers: {}, body: '' }, content).event, content)[0];
const alert = (action: string, changes: Json = {}) => map(alertAction(action, changes))?.incidents?.[0];
const incident = (action: string, changes: Json = {}) => map(incidentAction(action, changes))?.incidents?.[0];

describe('an alert', () => {
  test('goes to its teams, its entity and the name of the integration', () => {
    expect(map(alertAction('Create'))).toEqual({
      services: ['shop', '7ab4', 'shop-api', 'CodeMetrics'],
      incidents: [
        {
          externalId: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
          source: 'opsgenie',
          severity: 'P2',
          openedAt: OPENED,
          resolvedAt: null,
          title: 'Checkout answers slowly',
          updatedAt: CHANGED,
        },
      ],
    });
  });

  test('is over when it is closed or deleted, and not when it is acknowledged', () => {
    for (const action of ['Acknowledge', 'UnAcknowledge', 'UpdatePriority', 'UpdateMessage'])
      expect(alert(action)).toMatchObject({ resolvedAt: null });
    for (const action of ['Close', 'Delete']) expect(alert(action)).toMatchObject({ resolvedAt: CHANGED });
    expect(alert('Close', { updatedAt: null })).toMatchObject({ resolvedAt: OPENED, updatedAt: null });
  });

  test('its times are read in whichever unit', () => {
    for (const updatedAt of [
      1_772_368_200_000,
      '1772368200000',
      1_772_368_200_000_000,
      '1772368200000002048',
    ])
      expect(alert('Create', { updatedAt })?.updatedAt).toEqual(CHANGED);
  });

  test('actions that tell no state carry nothing', () => {
    for (const action of ['AddNote', 'Escalate', 'AddTags', 'constructor'])
      expect(alert(action, { createdAt: undefined })).toBeUndefined();
  });
});

describe('an incident', () => {
  test('goes to its services and teams', () => {
    expect(map(incidentAction('Create'))).toMatchObject({
      services: ['695bce3d', 'Shop', 'c0259fb8', 'CodeMetrics'],
      incidents: [
        {
          externalId: '3a74524a-f492-4172-b3f5-6041c7cb404a',
          severity: 'P1',
          openedAt: OPENED,
          resolvedAt: null,
          url: 'https://acme.app.opsgenie.com/incident/detail/3a74524a',
        },
      ],
    });
  });

  test('is over when it is resolved, and filing it away doesn’t move its end', () => {
    expect(incident('Resolve')?.resolvedAt).toEqual(new Date('2026-03-01T12:30:00.490Z'));
    const impactEndDate = '2026-03-01T12:20:00Z';
    expect(incident('Resolve', { impactEndDate })?.resolvedAt).toEqual(new Date(impactEndDate));
    expect(incident('Close')).toBeUndefined();
    expect(incident('Close', { impactEndDate })?.resolvedAt).toEqual(new Date(impactEndDate));
    expect(incident('Reopen', { status: 'open' })?.resolvedAt).toBeNull();
  });
});

test('a payload that is none names its field', () => {
  const refused = (event: string, content: unknown) => refusalOf(opsgenieSource, event, content);
  expect(refused('alert Create', alertAction('Create', { createdAt: 'soon' }))).toBe(
    'malformed-body: alert.createdAt: must be a time',
  );
  expect(refused('alert Create', alertAction('Create', { alertId: null }))).toMatch(/alert\.alertId: /);
  expect(refused('incident Create', incidentAction('Create', { incidentId: null }))).toBe(
    'malformed-body: incident.id: must be an id',
  );
});
