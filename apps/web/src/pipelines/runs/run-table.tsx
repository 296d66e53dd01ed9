import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Skeleton } from '@mantine/core';
import type { VirtualItem } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import type { Run } from '../run-outcome.ts';
import classes from './run-list.module.css';
import { RunRow } from './run-row.tsx';
import type { InSight } from './use-run-list.ts';

interface Props {
  readonly count: number;
  /** How many there are in all isn't known as long as there are more. */
  readonly hasMore: boolean;
  readonly rowAt: (row: number) => Run | undefined;
  readonly onSight: (sight: InSight) => void;
  readonly isNarrow: boolean;
  /** What rows were measured at before, so that whoever comes back finds each where it was. */
  readonly measured: VirtualItem[] | undefined;
  readonly onLeave: (measured: VirtualItem[]) => void;
}

const COLUMNS = [
  { title: 'Status' },
  { title: 'Job' },
  { title: 'Branch and commit' },
  { title: 'By' },
  { title: 'Started' },
  { title: 'Duration', className: classes.duration },
  { title: 'Queue', className: classes.queue },
  { title: 'CI' },
] as const;
const OVERSCAN = 8;
/** What a row measures until it is measured. */
const [WIDE_PX, NARROW_PX] = [56, 169];

/** The runs in a table, of which only the rows about the window are in the page. */
export const RunTable = ({ count, hasMore, rowAt, onSight, isNarrow, measured, onLeave }: Props) => {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  });
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => (isNarrow ? NARROW_PX : WIDE_PX),
    overscan: OVERSCAN,
    scrollMargin: top,
    ...(measured ? { initialMeasurementsCache: measured } : {}),
    useFlushSync: false,
    // The row that has the focus stays, or the focus would be lost.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return focused === null || focused >= count || rows.includes(focused)
        ? rows
        : [...rows, focused].sort((a, b) => a - b);
    },
  });
  useEffect(() => () => onLeave(virtualizer.takeSnapshot()), [virtualizer, onLeave]);
  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {};
  useEffect(() => onSight({ first, last }), [first, last, onSight]);
  return (
    <div
      role="table"
      aria-label="Pipeline runs"
      aria-rowcount={hasMore ? -1 : count + 1}
      className={classes.table}
      onFocus={(event) => {
        const row = event.target.closest('[data-index]')?.getAttribute('data-index');
        setFocused(row === null || row === undefined ? null : Number(row));
      }}
      onBlur={() => setFocused(null)}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {COLUMNS.map(({ title, ...rest }) => (
            <div key={title} role="columnheader" {...rest}>
              {title}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const run = rowAt(index);
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              className={`${classes.row} ${classes.item}`}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {run ? (
                <RunRow run={run} />
              ) : (
                <div role="cell" style={{ gridColumn: '1 / -1' }}>
                  <Skeleton height={20} />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
