import { expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { azureDevopsSource } from './index.ts';
import { workItem, workItemUpdate } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const map = (content: Json) => mapChecked(azureDevopsSource, String(content['eventType']), content)[0];
const issue = (changes: Json) => map(workItem('created', changes))?.issues?.[0];

test('a work item goes to its project and its area', () => {
  expect(map(workItem('created'))).toEqual({
    services: ['Shop', 'be9b3917-87e6-42a4-a549-2bc06a7a878f', 'Shop\\Checkout'],
    issues: [
      {
        externalId: '5',
        source: 'azure-devops',
        type: 'bug',
        priority: '2',
        environmentFound: 'production',
        title: 'Checkout loses the basket',
        openedAt: new Date('2026-03-01T10:00:00.663Z'),
        closedAt: null,
        labels: ['env:production', 'checkout'],
        updatedAt: new Date('2026-03-01T12:00:00Z'),
        url: 'https://dev.azure.com/acme/web/wi.aspx?id=5',
      },
    ],
  });
  expect(map(workItem('restored'))).toEqual(map(workItem('created')));
});

test('an update tells of the whole work item, not of the number of the update', () => {
  const closed = { 'System.State': 'Closed', 'Microsoft.VSTS.Common.ClosedDate': '2026-03-01T11:59:00Z' };
  expect(map(workItemUpdate(closed))?.issues?.[0]).toMatchObject({
    externalId: '5',
    closedAt: new Date('2026-03-01T11:59:00Z'),
  });
});

test('one that is active again is open, whatever dates it keeps', () => {
  const ClosedDate = '2026-03-01T11:59:00Z';
  expect(
    issue({ 'System.State': 'Active', 'Microsoft.VSTS.Common.ClosedDate': ClosedDate })?.closedAt,
  ).toBeNull();
  expect(issue({ 'System.State': 'Done' })?.closedAt).toEqual(new Date('2026-03-01T12:00:00Z'));
});

test('fields of a wrong kind are left out', () => {
  expect(
    issue({
      'System.Title': {},
      'System.Tags': 7,
      'System.WorkItemType': null,
      'System.ChangedDate': 'soon',
    }),
  ).toMatchObject({ title: null, type: 'issue', labels: ['7'], updatedAt: null });
});

test('a deleted work item is deleted', () => {
  expect(map(workItem('deleted'))).toMatchObject({ deletedIssues: ['5'] });
});

test('one that moves is deleted where its old project counts', () => {
  const update = workItemUpdate();
  const fields = { 'System.TeamProject': { oldValue: 'Web', newValue: 'Shop' } };
  const moved = { ...update, resource: { ...(update['resource'] as Json), fields } };
  expect(mapChecked(azureDevopsSource, 'workitem.updated', moved)).toMatchObject([
    { services: ['Web'], deletedIssues: ['5'] },
    { issues: [{ externalId: '5' }] },
  ]);
});

test('one without a beginning is refused', () => {
  const without = workItem('created', { 'System.CreatedDate': null });
  expect(refusalOf(azureDevopsSource, 'workitem.created', without)).toBe(
    'malformed-body: resource.fields.System.CreatedDate: must be a time',
  );
});
