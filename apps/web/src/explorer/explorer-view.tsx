import { useState } from 'react';
import { Alert, Group } from '@mantine/core';
import type { Config } from '../api/use-config.ts';
import { Page } from '../elements/page.tsx';
import { AnswerView } from './answer/answer-view.tsx';
import type { StandingCharts } from './answer/standing-charts.ts';
import { QueryBuilder } from './builder/query-builder.tsx';
import { FirstQueryList } from './first-query-list.tsx';
import { SavedQueries } from './share/saved-queries.tsx';
import { ShareMenu } from './share/share-menu.tsx';
import { useExplorer } from './use-explorer.ts';

/** The query above, its answer below; both follow the address. */
export const ExplorerView = ({ config }: { readonly config: Config }) => {
  const explorer = useExplorer(config);
  const [charts] = useState<StandingCharts>(() => new Map());
  const { state, notices, isTooLong } = explorer;
  const isAsked = state.metrics.length > 0;
  return (
    <Page
      title="Explorer"
      description="Choose metrics, workloads and a time; the address holds what you chose."
      actions={
        <Group gap="sm">
          <SavedQueries explorer={explorer} />
          {isAsked && <ShareMenu query={explorer.query} view={state.view} charts={charts} />}
        </Group>
      }
    >
      {notices.length > 0 && (
        <Alert color="yellow" role="status" title="Not all of the address could be taken">
          {notices.map((notice) => (
            <div key={notice}>
              <bdi>{notice}</bdi>
            </div>
          ))}
        </Alert>
      )}
      <QueryBuilder explorer={explorer} />
      {isAsked && !isTooLong ? (
        <AnswerView explorer={explorer} charts={charts} />
      ) : (
        <FirstQueryList config={config} onOpen={explorer.open} />
      )}
    </Page>
  );
};
