import { fit } from '../../fit-text.ts';
import { repositoryOfUrl } from '../fields.ts';
import { decoded } from './job-path.ts';

/**
 * `OWNER/NAME` of the address that Jenkins checked out, the same for every way to write it: by ssh or https, with or
 * without a user. Azure’s `ORG/PROJECT/_git/NAME` and `v3/ORG/PROJECT/NAME` are `PROJECT/NAME`, and the `scm/` of
 * Bitbucket Data Center’s https addresses goes. null for a folder of the machine.
 */
export const repositoryOfScm = (address: string | null | undefined): string | null => {
  const path = repositoryOfUrl(address);
  if (path === null || /^file:/i.test(address?.trim() ?? '') || /^[a-z]:[\\/]/i.test(address?.trim() ?? ''))
    return null;
  const parts = path.split('/').map(decoded);
  const git = parts.indexOf('_git');
  if (git > 0 && parts[git + 1] !== undefined) return fit(`${parts[git - 1]!}/${parts[git + 1]!}`, 180);
  if (parts[0] === 'v3' && parts.length === 4) return fit(`${parts[2]!}/${parts[3]!}`, 180);
  if (parts[0]?.toLowerCase() === 'scm' && parts.length > 2) parts.shift();
  return fit(parts.join('/'), 180);
};
