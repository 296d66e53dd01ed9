import { fit } from '../../fit-text.ts';
import { repositoryOfUrl, shaOrNull } from '../fields.ts';

/** What the package URL of an artifact tells of where it comes from. */
export interface Purl {
  readonly repository: string | null;
  readonly commit: string | null;
  /** Its name with and without its namespace. */
  readonly names: readonly string[];
}

const NOTHING: Purl = { repository: null, commit: null, names: [] };
/** Types whose namespace and name are those of a repository. */
const CODE_HOSTS = new Set(['github', 'gitlab', 'bitbucket']);

/** Reads `pkg:TYPE/NAMESPACE/NAME@VERSION?vcs_url=…`. A text that is none tells nothing. Never throws. */
export const readPurl = (text: string | null | undefined): Purl => {
  const [, type = '', path = '', version, query = ''] =
    /^pkg:\/*([a-z][\w.+-]*)\/([^?#@]+)(?:@([^?#]*))?(?:\?([^#]*))?/i.exec(fit(text, 2000) ?? '') ?? [];
  const parts = path.split('/').filter(Boolean).map(decode);
  const name = parts.at(-1);
  if (name === undefined) return NOTHING;
  const vcs = readVcsUrl(new URLSearchParams(query).get('vcs_url'));
  const own = repositoryParts(type.toLowerCase(), parts);
  return {
    repository: vcs?.repository ?? (own ? fit(own.join('/'), 180) : null),
    commit: vcs?.commit ?? (own ? commitOf(decode(version ?? '')) : null),
    names: [parts.join('/'), name],
  };
};

/** `git+https://HOST/OWNER/NAME.git@COMMIT`. */
const readVcsUrl = (text: string | null): Pick<Purl, 'repository' | 'commit'> | null => {
  if (text === null) return null;
  const [, address = '', revision = ''] = /^(?:git\+)?(.+?)(?:@([^@/]+))?$/i.exec(text) ?? [];
  const repository = repositoryOfUrl(address);
  return repository === null ? null : { repository, commit: commitOf(revision) };
};

/** A Go module is named after its repository, host first. */
const repositoryParts = (type: string, parts: readonly string[]): readonly string[] | null => {
  const own = type === 'golang' && parts[0]?.includes('.') ? parts.slice(1) : parts;
  return (type === 'golang' || CODE_HOSTS.has(type)) && own.length >= 2 ? own : null;
};

/** A version of digits alone is rather a date or a number than an abbreviated hash. */
const commitOf = (version: string): string | null =>
  version.length >= 40 || /[a-f]/i.test(version) ? shaOrNull(version) : null;

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
