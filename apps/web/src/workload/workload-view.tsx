import { Group, Switch, Tabs, Text } from '@mantine/core';
import type { Config, ListedWorkload } from '../api/use-config.ts';
import { Page } from '../elements/page.tsx';
import { useAddress } from '../elements/use-address.ts';
import { RangePicker } from '../range/range-picker.tsx';
import { useRange } from '../range/use-range.ts';
import { TopicView } from './topic-view.tsx';
import { topicsOf } from './topics.ts';
import { WorkloadFacts } from './workload-facts.tsx';
import classes from './workload-view.module.css';

interface Props {
  readonly config: Config;
  readonly workload: ListedWorkload;
}

/** The workload's topics as tabs, over the range that the address names. */
export const WorkloadView = ({ config, workload }: Props) => {
  const { query, change } = useAddress();
  const range = useRange();
  const topics = topicsOf(config.queries);
  const topic = topics.find(({ id }) => id === query['tab']) ?? topics[0];
  const isCompared = query['compare'] !== 'no';
  if (!topic) return <Text>The server offers no metrics.</Text>;
  return (
    <div className={classes.page}>
      <Page
        title={workload.name}
        description={<WorkloadFacts workload={workload} />}
        actions={
          <Group gap="md">
            <Switch
              label="Draw the period before"
              checked={isCompared}
              onChange={(event) => change({ compare: event.currentTarget.checked ? undefined : 'no' })}
            />
            <RangePicker range={range} onChoose={range.choose} />
          </Group>
        }
      >
        <Tabs
          value={topic.id}
          onChange={(tab) =>
            change(
              {
                tab: tab === null || tab === topics[0]?.id ? undefined : tab,
                rows: undefined,
                at: undefined,
              },
              { push: true },
            )
          }
          keepMounted={false}
        >
          <Tabs.List mb="md" className={classes.tabs}>
            {topics.map(({ id, label }) => (
              <Tabs.Tab key={id} value={id}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {topics.map((one) => (
            <Tabs.Panel key={one.id} value={one.id}>
              {one === topic && (
                <TopicView workload={workload.id} topic={one} range={range} isCompared={isCompared} />
              )}
            </Tabs.Panel>
          ))}
        </Tabs>
      </Page>
    </div>
  );
};
