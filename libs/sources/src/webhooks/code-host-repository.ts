import { fit } from '../fit-text.ts';

const ADDRESS = /^https?:\/\/(?:[^/@]*@)?([^/?#]+)\/([^?#]+)/i;
const HOST = /^(?:www\.)?(github|gitlab|bitbucket)\b/i;

/**
 * The repository that a page of a code host belongs to, such as that of a run: `OWNER/NAME`, on GitLab with its groups.
 * null for any other address: the path of a dashboard says nothing of a repository.
 */
export const codeHostRepository = (address: string | null | undefined): string | null => {
  const [, host = '', path = ''] = ADDRESS.exec(fit(address, 2000) ?? '') ?? [];
  const kind = HOST.exec(host)?.[1]?.toLowerCase();
  if (kind === undefined) return null;
  const parts = (kind === 'gitlab' ? (path.split('/-/')[0] ?? '') : path).split('/').filter(Boolean);
  if (parts.length < 2) return null;
  const name = (kind === 'gitlab' ? parts : parts.slice(0, 2)).join('/');
  return fit(name.replace(/\.git$/, ''), 180);
};
