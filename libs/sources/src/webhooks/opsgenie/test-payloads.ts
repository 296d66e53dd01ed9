type Json = Readonly<Record<string, unknown>>;

/** For tests: an action on an alert. `updatedAt` counts nanoseconds, so it is a number beyond the exact ones. */
export const alertAction = (action: string, alert: Json = {}): Json => ({
  source: { name: 'web', type: 'API' },
  alert: {
    alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
    message: 'Checkout answers slowly',
    priority: 'P2',
    createdAt: 1_772_366_400_000,
    updatedAt: 1_772_368_200_000_002_048,
    teams: ['shop', '7ab4'],
    tags: ['OverwriteQuietHours'],
    tinyId: '23',
    entity: 'shop-api',
    ...alert,
  },
  action,
  integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
  integrationName: 'CodeMetrics',
});

/** For tests: an action on an incident. */
export const incidentAction = (action: string, incident: Json = {}): Json => ({
  action,
  integrationName: 'CodeMetrics',
  incident: {
    incidentId: '3a74524a-f492-4172-b3f5-6041c7cb404a',
    message: 'Checkout is down',
    status: 'open',
    priority: 'P1',
    createdAt: '2026-03-01T12:00:00.000Z',
    updatedAt: '2026-03-01T12:30:00.49Z',
    impactedServices: ['695bce3d'],
    ownerTeam: '',
    responders: [
      { type: 'team', id: 'c0259fb8', name: 'Shop' },
      { type: 'user', id: 'b3948a43', name: 'Jo' },
    ],
    links: { web: 'https://acme.app.opsgenie.com/incident/detail/3a74524a' },
    ...incident,
  },
});
