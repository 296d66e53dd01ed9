import { Skeleton } from '@mantine/core';
import classes from './metric-value.module.css';

/** Stands where a metric's value will be, at its very size. */
export const ValueSkeleton = () => (
  <div className={classes.metric} aria-hidden>
    <Skeleton height={18} width={56} />
    <Skeleton height={20} width={68} />
    <Skeleton height={10} width={76} className={classes.change} />
  </div>
);
