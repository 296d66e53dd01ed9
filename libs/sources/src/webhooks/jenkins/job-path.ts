const MAX_ADDRESS = 4000;
const MAX_DEPTH = 50;

/** A part of an address as a name; as it is where its escapes are broken. */
export const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * The folders and the name of a job, from its address (`job/shop/job/api/`, absolute or not): each follows a `job`.
 * Empty where the address is of no job.
 */
export const jobPath = (address: string | null | undefined): string[] => {
  const parts = (address ?? '')
    .slice(0, MAX_ADDRESS)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '');
  const path: string[] = [];
  let at = parts.indexOf('job');
  while (at >= 0 && parts[at] === 'job' && at + 1 < parts.length && path.length < MAX_DEPTH) {
    path.push(decoded(parts[at + 1]!));
    at += 2;
  }
  return path;
};
