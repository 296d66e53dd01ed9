import { useMemo, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { Panel } from '../../elements/panel.tsx';
import { JobsTable } from './jobs-table.tsx';
import { layOutJobs } from './lay-out-jobs.ts';
import type { RunDetail } from './use-run.ts';
import { Waterfall } from './waterfall.tsx';

/** The jobs of a run, drawn along its time, and as the table behind. */
export const JobsPanel = ({ jobs, readAt }: { jobs: RunDetail['jobs']; readAt: number }) => {
  const [isTable, setTable] = useState(false);
  const layout = useMemo(() => layOutJobs(jobs, readAt), [jobs, readAt]);
  if (jobs.length === 0)
    return (
      <Panel title="Jobs">
        <Text c="dimmed">
          The jobs of this run were not sent. <code>POST /api/pipeline/jobs</code> takes them, and webhooks of
          GitHub and GitLab bring them along.
        </Text>
      </Panel>
    );
  return (
    <Panel title={jobs.length === 1 ? 'One job' : `${jobs.length} jobs`}>
      {isTable ? <JobsTable jobs={layout.jobs} /> : <Waterfall layout={layout} />}
      <Button
        variant="subtle"
        size="compact-xs"
        mt="xs"
        aria-expanded={isTable}
        aria-label={isTable ? 'Show the waterfall of the jobs' : 'Show the table of the jobs'}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? 'Show the waterfall' : 'Show the table'}
      </Button>
    </Panel>
  );
};
