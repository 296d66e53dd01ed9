type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `codeCoverage`, `code_coverage` and `Code Coverage` are all `code-coverage`. */
const kebab = (name: unknown): unknown =>
  typeof name !== 'string'
    ? name
    : name
        .trim()
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replace(/[\s_]+/g, '-')
        .toLowerCase();

/** The date of a date or a time; anything else is left for the contract to refuse. */
const dateOf = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
    ? new Date(value).toISOString().slice(0, 10)
    : value;

const listOf = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value;

const defined = (entries: Json): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

/**
 * A query of the older product, `{queryName, args: {workloads, startDate, endDate, …}}`, as `POST /query` takes it; any
 * other body as it is. Without `endDate` it ends today. What `args` holds beyond the names known here is passed on, so
 * that the contract takes or refuses it by name.
 */
export const fromOlderQuery = (body: Json, now: Date): Record<string, unknown> => {
  if (!('queryName' in body) || 'queries' in body) return { ...body };
  const { queryName, args = {}, ...rest } = body;
  if (!isObject(args)) return { ...rest, args };
  const { workloads, startDate, endDate, repositories, jobs, jobGroups, branches, ...others } = args;
  const names = Array.isArray(queryName) ? queryName : [queryName];
  const filters = defined({
    repositories: listOf(repositories),
    jobs: listOf(jobs),
    stages: listOf(jobGroups),
    branches: listOf(branches),
  });
  return defined({
    ...rest,
    ...others,
    queries: names.map(kebab),
    workloads: listOf(workloads),
    dateRange: { start: dateOf(startDate), end: dateOf(endDate) ?? now.toISOString().slice(0, 10) },
    ...(Object.keys(filters).length > 0 ? { filters } : {}),
  });
};

/** A listing's query string in the older product's words: `startDate`, `endDate`, and lists with commas. */
export const fromOlderListing = (query: Json): Record<string, unknown> => {
  const { startDate, endDate, workloads, jobGroups, ...rest } = query;
  const list = (value: unknown) =>
    value === undefined ? undefined : [value].flat().flatMap((one) => listOf(one) as unknown[]);
  return defined({
    ...rest,
    start: rest['start'] ?? startDate,
    end: rest['end'] ?? endDate,
    workloads: list(workloads),
    jobGroups: list(jobGroups),
  });
};
