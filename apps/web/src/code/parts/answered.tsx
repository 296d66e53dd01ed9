import type { ReactNode } from 'react';
import { Skeleton } from '@mantine/core';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import classes from './answered.module.css';

interface Props<T> {
  readonly answer: {
    readonly data: T | undefined;
    readonly error: Error | null;
    readonly isPlaceholderData: boolean;
    readonly refetch: () => unknown;
  };
  /** What is asked for: `the coverage`. */
  readonly what: string;
  /** Pixels that it will take up, so that nothing jumps. */
  readonly height: number;
  readonly children: (data: T) => ReactNode;
}

/** What an answer shows; while it is awaited, and where it failed, what stands in its place. */
export const Answered = <T,>({ answer, what, height, children }: Props<T>) => {
  const { data, error, isPlaceholderData, refetch } = answer;
  if (error && (data === undefined || isPlaceholderData))
    return (
      <ErrorNotice
        title={`${what[0]?.toUpperCase()}${what.slice(1)} could not be loaded`}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  if (data === undefined)
    return <Skeleton height={height} radius="md" role="status" aria-label={`Loading ${what}`} />;
  return (
    <div className={classes.answer} aria-busy={isPlaceholderData} data-old={isPlaceholderData || undefined}>
      {children(data)}
    </div>
  );
};
