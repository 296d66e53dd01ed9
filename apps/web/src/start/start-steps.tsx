import { useState } from 'react';
import { Stack } from '@mantine/core';
import type { IssuedToken } from '@codemetrics/contracts';
import type { Config, ListedWorkload } from '../api/use-config.ts';
import { useAddress } from '../elements/use-address.ts';
import { SendStep } from './send-step.tsx';
import { Step } from './step.tsx';
import { TokenStep } from './token-step.tsx';
import { useArrivals } from './use-arrivals.ts';
import { WatchStep } from './watch-step.tsx';
import { WorkloadStep } from './workload-step.tsx';

const OfWorkload = ({ config, workload }: { config: Config; workload: ListedWorkload }) => {
  const [token, setToken] = useState<IssuedToken | null>(null);
  const arrivals = useArrivals(workload.id, config.queries);
  const hasData = arrivals.runs.length > 0 || arrivals.figures.length > 0;
  return (
    <>
      <TokenStep config={config} workload={workload} token={token} onToken={setToken} />
      <SendStep workload={workload} token={token} isDone={hasData} />
      <WatchStep workload={workload} arrivals={arrivals} />
    </>
  );
};

/** The four steps. Which workload it is stands in the address, so that one can leave and go on later. */
export const StartSteps = ({ config }: { readonly config: Config }) => {
  const { query, change } = useAddress();
  const named = query['workload'];
  const workload = config.workloads.find(({ id }) => id === named);
  return (
    <Stack gap="md" maw={960}>
      <WorkloadStep
        config={config}
        workload={workload}
        named={named}
        onChoose={(id) => change({ workload: id }, { push: true })}
      />
      {workload ? (
        <OfWorkload key={workload.id} config={config} workload={workload} />
      ) : (
        ['Get a token', 'Send the first data', 'Watch it arrive'].map((title, index) => (
          <Step key={title} number={index + 2} title={title} isDone={false} isLater>
            {null}
          </Step>
        ))
      )}
    </Stack>
  );
};
