import type { Incident } from '@codemetrics/contracts';
import type { IncidentsTable } from '@codemetrics/database';

export const toIncident = (row: IncidentsTable): Incident => ({
  incidentId: row.incident_id,
  externalId: row.external_id,
  source: row.source,
  workload: row.workload_id,
  status: row.resolved_at === null ? 'open' : 'resolved',
  severity: row.severity,
  title: row.title,
  openedAt: row.opened_at.toISOString(),
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  causedByDeployment: row.caused_by_deployment,
  updatedAt: row.updated_at?.toISOString() ?? null,
  url: row.url,
});
