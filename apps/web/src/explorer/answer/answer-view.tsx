import { useMemo } from 'react';
import { Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { usePalette } from '../../charts/palette.ts';
import { SeriesTable } from '../../charts/series-table.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { customValue } from '../../range/presets.ts';
import type { Explorer } from '../use-explorer.ts';
import { ChartsView } from './charts-view.tsx';
import { EventList } from './event-list.tsx';
import { MetricErrors } from './metric-errors.tsx';
import { ResultTables } from './result-tables.tsx';
import { alone, hiddenOf, toggled } from './shown-series.ts';
import type { StandingCharts } from './standing-charts.ts';
import { SummaryTable } from './summary-table.tsx';
import { toSeries } from './to-series.ts';
import { useAnswer, useEarlier } from './use-answer.ts';
import { useEvents } from './use-events.ts';
import { ViewSwitch } from './view-switch.tsx';

const NO_EVENTS = { events: [], isCut: false } as const;

interface Props {
  readonly explorer: Explorer;
  readonly charts: StandingCharts;
}

/** The answer: its charts or its table, the figures of the whole range, and what happened meanwhile. */
export const AnswerView = ({ explorer, charts }: Props) => {
  const { config, state, query, range, change, chooseRange } = explorer;
  const palette = usePalette();
  const names = useMemo(() => new Map(config.workloads.map(({ id, name }) => [id, name])), [config]);
  const { data: answer, error, refetch, isPlaceholderData } = useAnswer(query);
  const { data: earlier } = useEarlier(query, answer?.interval);
  const { data: found = NO_EVENTS } = useEvents(
    {
      workloads: state.workloads,
      repositories: state.filters.repositories ?? [],
      range: { start: range.start, end: range.end },
      kinds: state.events,
    },
    names,
  );
  const series = useMemo(
    () => (answer ? toSeries(answer, earlier, config.queries, names) : []),
    [answer, earlier, config, names],
  );
  const all = useMemo(() => series.map(({ name }) => name), [series]);
  const hidden = useMemo(
    () => hiddenOf({ hide: state.hide, only: state.only }, all),
    [state.hide, state.only, all],
  );
  const shown = useMemo(() => series.filter(({ name }) => !hidden.has(name)), [series, hidden]);
  if (error && !answer)
    return (
      <ErrorNotice title="The query could not be answered" error={error} onRetry={() => void refetch()} />
    );
  if (!answer) return <Skeleton height={420} radius="md" role="status" aria-label="Loading the answer" />;
  return (
    <Stack aria-busy={isPlaceholderData}>
      {error && (
        <ErrorNotice
          title="The query could not be answered anew"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      <MetricErrors results={answer.results} />
      {series.length > 0 && (
        <Paper component="section" aria-label="Answer" withBorder p="md">
          <Stack>
            <Group justify="space-between">
              <ViewSwitch view={state.view} onChange={(view) => change({ view })} />
              <Text size="sm" c="dimmed">
                {answer.interval === 'total' ? 'Whole range' : `By ${answer.interval}`}, as of{' '}
                <TimeStamp at={answer.asOf} as="date-time" />
              </Text>
            </Group>
            {state.view === 'table' ? (
              <SeriesTable
                title="Answer"
                series={shown.flatMap(({ main, beside }) => [main, ...beside])}
                hasCounts
                isTall
              />
            ) : (
              <ChartsView
                answer={answer}
                series={shown}
                view={state.view}
                annotations={found.events}
                palette={palette}
                standing={charts}
                onRange={(chosen) => chooseRange(customValue(chosen))}
              />
            )}
            {state.events.length > 0 && <EventList events={found.events} isCut={found.isCut} />}
            <SummaryTable
              series={series}
              palette={palette}
              isCompared={state.isCompared}
              hidden={hidden}
              onToggle={(name) => change(toggled(state, name, all))}
              onOnly={(name) => change(alone(state, name, all))}
            />
          </Stack>
        </Paper>
      )}
      {answer.results.map(({ query: id, tables }) => {
        const metric = config.queries.find((one) => one.id === id);
        return metric && tables ? (
          <Paper key={id} withBorder p="md">
            <ResultTables metric={metric} tables={tables} workloads={names} />
          </Paper>
        ) : null;
      })}
    </Stack>
  );
};
