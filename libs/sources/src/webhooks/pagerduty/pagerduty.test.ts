import { expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { pagerdutySource } from './index.ts';
import { incidentEvent } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const AT = new Date('2026-03-01T12:30:00Z');
const map = (type: string, incident: Json = {}, event: Json = {}) =>
  mapChecked(pagerdutySource, type, incidentEvent(type, incident, event))[0];
const row = (type: string, incident: Json = {}) => map(type, incident)?.incidents?.[0];

test('a triggered incident goes to its service, by id and by name', () => {
  expect(map('incident.triggered')).toEqual({
    services: ['PF9KMXH', 'Shop API'],
    incidents: [
      {
        externalId: 'PGR0VU2',
        source: 'pagerduty',
        severity: 'P1',
        openedAt: new Date('2026-03-01T12:00:00Z'),
        resolvedAt: null,
        title: 'Checkout answers slowly',
        updatedAt: AT,
        url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      },
    ],
  });
});

test('its end is when it was resolved, and a reopened one is open again', () => {
  const resolved = { status: 'resolved' };
  expect(row('incident.resolved', resolved)).toMatchObject({ resolvedAt: AT, updatedAt: AT });
  const resolved_at = '2026-03-01T12:29:00Z';
  expect(row('incident.resolved', { ...resolved, resolved_at })?.resolvedAt).toEqual(new Date(resolved_at));
  expect(row('incident.reopened', { status: 'triggered' })?.resolvedAt).toBeNull();
  expect(row('incident.acknowledged', { status: 'acknowledged' })?.resolvedAt).toBeNull();
});

test('editing a resolved incident doesn’t move its end', () => {
  expect(row('incident.priority_updated', { status: 'resolved' })).toBeUndefined();
  const last_status_change_at = '2026-03-01T12:10:00Z';
  expect(
    row('incident.priority_updated', { status: 'resolved', last_status_change_at, resolved_at: null }),
  ).toMatchObject({ resolvedAt: new Date(last_status_change_at), updatedAt: AT });
});

test('without a priority the urgency is the severity', () => {
  expect(row('incident.triggered', { priority: null })).toMatchObject({ severity: 'high' });
  expect(
    row('incident.triggered', { priority: {}, urgency: null, title: '', summary: '[#2] Slow' }),
  ).toMatchObject({
    severity: null,
    title: '[#2] Slow',
  });
  expect(map('incident.triggered', { service: null })).toMatchObject({ services: [] });
});

test('events about other things carry nothing', () => {
  expect(map('incident.annotated')).toBeUndefined();
  expect(map('incident.triggered', {}, { data: { type: 'incident_note', id: 'x' } })).toBeUndefined();
  expect(
    map('pagey.ping', {}, { data: { message: 'Hello from your friend Pagey!', type: 'ping' } }),
  ).toBeUndefined();
  expect(map('service.updated')).toBeUndefined();
});

test('a payload that is none names its field', () => {
  const refused = (incident: Json, event: Json = {}) =>
    refusalOf(pagerdutySource, 'incident.triggered', incidentEvent('incident.triggered', incident, event));
  expect(refused({ id: null })).toMatch(/^malformed-body: event\.data\.id: /);
  expect(refused({ created_at: 'soon' })).toBe('malformed-body: event.data.created_at: must be a time');
  expect(refused({}, { occurred_at: null })).toMatch(/^malformed-body: event\.occurred_at: /);
});
