type Json = Readonly<Record<string, unknown>>;

/** For tests: an event about an incident, with fields of the incident and of the event replaced. */
export const incidentEvent = (type: string, incident: Json = {}, event: Json = {}): Json => ({
  event: {
    id: '01DDQ8AM4X60IBNUNVD3Q3IRDT',
    event_type: type,
    resource_type: 'incident',
    occurred_at: '2026-03-01T12:30:00.000Z',
    agent: { id: 'PLH1HKV', summary: 'Jo', type: 'user_reference' },
    client: { name: 'PagerDuty' },
    data: {
      id: 'PGR0VU2',
      type: 'incident',
      html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      number: 2,
      status: 'triggered',
      incident_key: 'd3640fbd41094207a1c11e58e46b1662',
      created_at: '2026-03-01T12:00:00Z',
      title: 'Checkout answers slowly',
      service: { id: 'PF9KMXH', summary: 'Shop API', type: 'service_reference' },
      priority: { id: 'PSO75BM', summary: 'P1' },
      urgency: 'high',
      ...incident,
    },
    ...event,
  },
});
