import { readFileSync } from 'node:fs';
import { mapChecked as mapAny, refusalOf } from '../map-checked.ts';
import { githubSource } from './index.ts';

type Json = Record<string, unknown>;

/** For tests: a payload of `fixtures/`, with fields of one of its objects replaced. */
export const payload = (name: string, object?: string, changes: Json = {}): Json => {
  const text = readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8');
  const whole = JSON.parse(text) as Json;
  if (object === undefined) return { ...whole, ...changes };
  return { ...whole, [object]: { ...(whole[object] as Json), ...changes } };
};

/** For tests: the rows of an event of one repository, checked by their contracts; null where it carries nothing. */
export const mapChecked = (event: string, content: unknown) => {
  const [rows = null, ...others] = mapAny(githubSource, event, content);
  if (others.length > 0) throw new Error('an event of GitHub is of one repository');
  if (rows === null) return null;
  const { runs = [], jobs = [], deployments = [], changes = [], commits = [], issues = [], ...rest } = rows;
  return { ...rest, runs, jobs, deployments, changes, commits, issues };
};

/** For tests: the refusal of a payload as `code: detail`. */
export const refusal = (event: string, content: unknown): string => refusalOf(githubSource, event, content);
