import { fit } from '../../fit-text.ts';
import { repositoryOfUrl } from '../fields.ts';
import { decoded } from './job-path.ts';

const DEFAULT_COLLECTION = 'defaultcollection';

/**
 * `OWNER/NAME` of the address that Jenkins checked out, the same for every way to write it: by ssh or https, with or
 * without a user. Azure’s `ORG/PROJECT/_git/NAME` and `v3/ORG/PROJECT/NAME` are `PROJECT/NAME`, and the `scm/` of
 * Bitbucket Data Center’s https addresses goes. null for a folder of the machine.
 */
export const repositoryOfScm = (address: string | null | undefined): string | null => {
  const text = address?.trim() ?? '';
  if (/^file:|^[a-z]:[\\/]/i.test(text)) return null;
  const parts = repositoryOfUrl(text)?.split('/').map(decoded) ?? [];
  const git = parts.indexOf('_git');
  const name = parts[git + 1];
  if (git >= 0 && name !== undefined)
    return fit(`${projectOf(parts.slice(0, git), text) ?? name}/${name}`, 180);
  if (parts[0] === 'v3' && parts.length === 4) return fit(`${parts[2]!}/${parts[3]!}`, 180);
  if (parts[0]?.toLowerCase() === 'scm' && parts.length > 2) parts.shift();
  return fit(parts.join('/'), 180);
};

/** Azure leaves out a project that has the name of its repository; then only the organisation stands before. */
const projectOf = (before: readonly string[], address: string): string | null => {
  const last = before.at(-1);
  const isOrganisation = before.length === 1 && /[/@]dev\.azure\.com\//i.test(address);
  return last === undefined || isOrganisation || last.toLowerCase() === DEFAULT_COLLECTION ? null : last;
};
