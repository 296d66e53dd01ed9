import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { AuditEntry } from '@codemetrics/contracts';
import { AuditEntry as AuditEntrySchema } from '@codemetrics/contracts';
import { CliError } from '../cli-error.ts';

/** Where a server's audit log is read from. */
export interface AuditSource {
  readonly url: string;
  readonly token: () => Promise<string>;
}

/** The whole audit log as the server streams it: an entry a line, newest first. */
export const auditLines = async ({ url, token }: AuditSource): Promise<Readable> => {
  const response = await fetch(`${url}/api/audit`, {
    headers: { accept: 'application/x-ndjson', authorization: `Bearer ${await token()}` },
  });
  if (!response.ok || response.body === null) {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new CliError(`${problem.detail ?? 'The audit log can’t be read'} (${response.status})`);
  }
  return Readable.fromWeb(response.body as never);
};

/** The lines of an export that was made before. */
export const exportLines = (path: string): Readable => createReadStream(path);

/**
 * The entries in a stream of lines.
 * @throws CliError where a line is no entry, or the stream broke off
 */
export async function* readEntries(stream: Readable): AsyncGenerator<AuditEntry> {
  let number = 0;
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  // readline swallows the failure of its input.
  let failure: unknown;
  stream.once('error', (error) => {
    failure = error;
    lines.close();
  });
  for await (const line of lines) {
    number += 1;
    if (line === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new CliError(`Line ${number} is not JSON: the log broke off, or this is no export of it.`);
    }
    const entry = AuditEntrySchema.safeParse(value);
    if (!entry.success) throw new CliError(`Line ${number} is no audit entry.`);
    yield entry.data;
  }
  if (failure !== undefined)
    throw new CliError(`The log broke off after ${number} entries: ${(failure as Error).message}`);
}
