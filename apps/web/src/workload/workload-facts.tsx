import { Link } from '@tanstack/react-router';
import type { ListedWorkload } from '../api/use-config.ts';
import { tagWord, writeTags } from '../overview/tag-words.ts';
import { RepositoryList } from './repository-list.tsx';
import classes from './workload-facts.module.css';

/** What a workload is: its id, its description, its tags, which lead to those that share them, and its repositories. */
export const WorkloadFacts = ({ workload }: { workload: ListedWorkload }) => (
  <div className={classes.facts}>
    {workload.description !== '' && <bdi>{workload.description}</bdi>}
    <div className={classes.row}>
      {workload.id !== workload.name && <span>{workload.id}</span>}
      <RepositoryList groups={workload.repositoryGroups} />
      {Object.entries(workload.tags).map(([key, value]) => (
        <Link
          key={key}
          to="/"
          search={{ tags: writeTags([tagWord({ key, value })]) } as never}
          className={classes.tag}
          aria-label={`${key}: ${value}, see all of them`}
        >
          <bdi>
            {key}: {value}
          </bdi>
        </Link>
      ))}
    </div>
  </div>
);
