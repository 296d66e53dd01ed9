import { saveFile } from '../shared/save-file.ts';
import type { AuditFilter } from './use-audit.ts';

/** Gives the person every entry that the filter takes, one a line as JSON. */
export const downloadAudit = async (filter: AuditFilter): Promise<void> => {
  const query = new URLSearchParams(Object.entries(filter) as [string, string][]).toString();
  const answer = await fetch(`/api/audit${query === '' ? '' : `?${query}`}`, {
    headers: { accept: 'application/x-ndjson' },
    credentials: 'same-origin',
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  saveFile(`audit-${new Date().toISOString().slice(0, 10)}.ndjson`, await answer.blob());
};
