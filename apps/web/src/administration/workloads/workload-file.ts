import type { Workload, WorkloadInput } from '@codemetrics/contracts';

/** The configuration of a workload as a file holds it: without what the server adds. */
export const toInput = ({ created: _created, updated: _updated, ...rest }: Workload): WorkloadInput =>
  rest as WorkloadInput;

/** The present set as a file that can be applied again. */
export const toFile = (workloads: readonly Workload[]): string =>
  `${JSON.stringify({ workloads: workloads.map(toInput) }, null, 2)}\n`;

/** What holds for a field that a file leaves out. */
const DEFAULTS = {
  description: '',
  tags: {},
  repositoryGroups: [],
  services: [],
  workingHours: null,
  runnerRates: {},
} as const;

/** A field of a workload of a file, its default where it is left out. */
export const fieldOf = (workload: unknown, field: string): unknown =>
  (workload as Readonly<Record<string, unknown>> | undefined)?.[field] ??
  (DEFAULTS as Readonly<Record<string, unknown>>)[field];

/** The workloads of a file: `{"workloads": […]}` or a bare list. What they hold is for the server to judge. */
export const parseFile = (
  text: string,
): { readonly workloads: readonly WorkloadInput[] } | { readonly complaint: string } => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { complaint: `This is not JSON: ${(error as Error).message}` };
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { workloads?: unknown } | null)?.workloads;
  if (!Array.isArray(list)) return { complaint: 'It must be {"workloads": […]} or a list of workloads.' };
  return { workloads: list as WorkloadInput[] };
};
