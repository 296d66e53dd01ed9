import { CONCLUSIONS, STATUSES, wordOf } from '../run-outcome.ts';
import { TextFilter } from './text-filter.tsx';
import { useSuggestions } from './use-suggestions.ts';
import { WordsFilter } from './words-filter.tsx';
import { WorkloadFilter } from './workload-filter.tsx';

const EVENTS = ['push', 'pull_request', 'merge_request_event', 'schedule', 'workflow_dispatch', 'tag'];

const options = (words: readonly Parameters<typeof wordOf>[0][]) =>
  words.map((value) => ({ value, label: wordOf(value) }));

/** All that runs can be narrowed by, the range aside. */
export const RunFilters = () => {
  const { repositories, jobs, branches } = useSuggestions();
  return (
    <>
      <WorkloadFilter />
      <TextFilter name="repository" label="Repository" suggestions={repositories} />
      <TextFilter name="job" label="Job" suggestions={jobs} />
      <TextFilter name="branch" label="Branch" suggestions={branches} />
      <WordsFilter name="status" label="Status" options={options(STATUSES)} />
      <WordsFilter name="conclusion" label="Conclusion" options={options(CONCLUSIONS)} />
      <TextFilter name="actor" label="Actor" suggestions={[]} />
      <TextFilter name="event" label="Event" suggestions={EVENTS} />
    </>
  );
};
