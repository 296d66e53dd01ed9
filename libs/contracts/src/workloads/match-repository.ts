/** Whether a repository is the one that a name means, or fits its pattern, in which `*` stands for any characters. */
export const matchesRepository = (pattern: string, repository: string): boolean => {
  if (!pattern.includes('*')) return pattern === repository;
  const parts = pattern.split('*');
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (!repository.startsWith(first) || repository.length < first.length + last.length) return false;
  let from = first.length;
  // Greedy from the left is right for `*`, and linear: no regular expression of a user's making is ever run.
  for (const part of parts.slice(1, -1)) {
    const found = repository.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return repository.length - last.length >= from && repository.endsWith(last);
};

/** Whether a workload's entry means a repository. One without an owner means the repository of any owner. */
export const meansRepository = (entry: string, repository: string): boolean =>
  matchesRepository(entry, repository) ||
  (!entry.includes('/') && matchesRepository(entry, repository.slice(repository.indexOf('/') + 1)));
