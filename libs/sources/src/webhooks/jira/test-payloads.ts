type Json = Readonly<Record<string, unknown>>;

/** For tests: an event about an issue, with its fields and those of the whole replaced. */
export const issueEvent = (event: string, fields: Json = {}, whole: Json = {}): Json => ({
  timestamp: 1_772_368_200_000,
  webhookEvent: `jira:issue_${event}`,
  issue_event_type_name: `issue_${event}`,
  user: { accountId: '99:27935d01', displayName: 'Jo' },
  issue: {
    id: '10002',
    key: 'SHOP-12',
    self: 'https://acme.atlassian.net/rest/api/2/issue/10002',
    fields: {
      summary: 'Checkout loses the basket',
      issuetype: { id: '10004', name: 'Bug', subtask: false },
      priority: { id: '2', name: 'High' },
      environment: null,
      labels: ['checkout'],
      status: { name: 'To Do', statusCategory: { id: 2, key: 'new' } },
      project: { id: '10000', key: 'SHOP', name: 'Shop' },
      created: '2026-03-01T13:00:00.000+0100',
      updated: '2026-03-01T13:30:00.000+0100',
      resolutiondate: null,
      ...fields,
    },
  },
  ...whole,
});
