import { Link } from '@tanstack/react-router';
import { useAddress } from '../../elements/use-address.ts';
import { OutsideText } from '../outside-text.tsx';
import type { JobHealth } from './job-health.ts';
import classes from './job-link.module.css';

/** A job's name, which leads to its runs in the same time. */
export const JobLink = ({ job }: { job: JobHealth }) => {
  const { query } = useAddress();
  const { workload, repository, job: name } = job;
  return (
    <>
      <Link
        to="/pipelines"
        search={
          { workload, repository, job: name, ...(query['range'] ? { range: query['range'] } : {}) } as never
        }
        className={classes.name}
      >
        <OutsideText lines={2}>{name}</OutsideText>
      </Link>
      <span className={classes.repository}>
        <OutsideText lines={2}>{repository}</OutsideText>
      </span>
    </>
  );
};
