import type { Workload } from '@codemetrics/contracts';
import type { WorkloadsTable } from '@codemetrics/database';

export const toWorkload = (row: WorkloadsTable): Workload => ({
  id: row.workload_id,
  name: row.name,
  description: row.description,
  tags: row.tags,
  repositoryGroups: row.repository_groups,
  services: row.services,
  workingHours: row.working_hours,
  runnerRates: row.runner_rates,
  created: row.created_at.toISOString(),
  updated: row.updated_at.toISOString(),
});
