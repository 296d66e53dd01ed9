import { SourceId } from '@codemetrics/contracts';
import { listSources as listRows } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { toSource } from './to-source.ts';

export const listSources: Verb<'sources', 'list'> = async (deps) => {
  const rows = new Map((await listRows(deps.db)).map((row) => [row.source, row]));
  return { sources: SourceId.options.map((source) => toSource(source, rows.get(source))) };
};
