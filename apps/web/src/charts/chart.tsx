import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@mantine/core';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import classes from './chart.module.css';

interface Props {
  /** What ECharts draws; give the same object as long as nothing has changed. */
  readonly option: EChartsCoreOption;
  /** Pixels; kept while it loads, so that nothing jumps. */
  readonly height: number;
  /** What the picture shows, for those who can't see it; a table beside it has the figures. */
  readonly label: string;
  /** Called with the chart once it stands, and with null when it goes. */
  readonly onChart?: (chart: ECharts | null) => void;
}

/** A drawing by ECharts, which is loaded with the first one. Follows the size of its place. */
export const Chart = ({ option, height, label, onChart }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let made: ECharts | undefined;
    let observer: ResizeObserver | undefined;
    let isGone = false;
    void import('./echarts.ts').then(({ init }) => {
      if (isGone) return;
      made = init(element, null, { renderer: 'canvas' });
      observer = new ResizeObserver(() => made?.resize());
      observer.observe(element);
      setChart(made);
    });
    return () => {
      isGone = true;
      observer?.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, []);
  useEffect(() => {
    chart?.setOption(option, { notMerge: true });
  }, [chart, option]);
  useEffect(() => {
    onChart?.(chart);
    return () => onChart?.(null);
  }, [chart, onChart]);
  return (
    <div className={classes.frame} style={{ height }}>
      <div ref={place} className={classes.place} role="img" aria-label={label} />
      {!chart && <Skeleton height={height} className={classes.waiting} />}
    </div>
  );
};
