import type { Page } from 'playwright-core';
import { deliver, example } from '../../server/test/github-kit.ts';
import type { TestServer } from '../../server/test/harness.ts';

/** A secret that a source has in these tests. */
export const WEBHOOK_SECRET = 'a-long-webhook-secret';

/** Sends a workflow run as GitHub does. `repository` names nobody’s until a workload lists it. */
export const deliverRun = async (
  server: TestServer,
  { id, repository, title }: { readonly id: string; readonly repository: string; readonly title?: string },
): Promise<void> => {
  const run = example('workflow_run') as Record<string, Record<string, unknown>>;
  const body = JSON.stringify({
    ...run,
    repository: { ...run['repository'], full_name: repository },
    workflow_run: { ...run['workflow_run'], id: id.length * 1000 + id.charCodeAt(0), display_title: title },
  });
  const answer = await deliver(server, { secret: WEBHOOK_SECRET, event: 'workflow_run', body, id });
  if (answer.status !== 202) throw new Error(`delivery ${id}: ${answer.text}`);
};

/** Calls as the administrator. */
export const asAdmin = (server: TestServer) => (method: string, path: string, json?: unknown) =>
  server.call(method, path, { token: server.admin, ...(json === undefined ? {} : { json }) });

/** Chooses from a record's menu. */
export const act = async (page: Page, of: string, action: string): Promise<void> => {
  await page.getByRole('button', { name: `Actions for ${of}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
};
