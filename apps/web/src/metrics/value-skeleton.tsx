import { Skeleton } from '@mantine/core';
import classes from './metric-value.module.css';

/** Stands where a metric's value will be, at its very size. */
export const ValueSkeleton = () => (
  <div className={classes.frame} aria-hidden>
    <div className={classes.metric}>
      <Skeleton height={20} width={56} my={3} />
      <Skeleton height={24} width={68} />
      <Skeleton height={12} width={76} my={3} className={classes.foot} />
    </div>
  </div>
);
