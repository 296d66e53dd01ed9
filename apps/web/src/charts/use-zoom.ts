import { useCallback, useEffect, useRef, useState } from 'react';
import type { ECharts } from 'echarts/core';

/** A part of the time that a chart shows, in percent of all. */
interface Window {
  readonly start: number;
  readonly end: number;
}

const ALL: Window = { start: 0, end: 100 };
const LEAST = 4;

const within = ({ start, end }: Window): Window => {
  const width = Math.min(100, Math.max(LEAST, end - start));
  const from = Math.min(100 - width, Math.max(0, start));
  return { start: from, end: from + width };
};

/**
 * The zoom of one or several charts, which go together: by dragging in any of them, and by steps for those who use keys.
 * `option` is what they draw; a new one would begin at all of the time, so the zoom is set again.
 */
export const useZoom = (option: unknown) => {
  const charts = useRef(new Set<ECharts>());
  const [zoom, setZoom] = useState<Window>(ALL);
  const current = useRef(zoom);
  const apply = useCallback((next: Window): void => {
    current.current = next;
    setZoom(next);
    for (const chart of charts.current) chart.dispatchAction({ type: 'dataZoom', ...next });
  }, []);
  const prepare = useCallback((chart: ECharts): void => {
    // Dragging draws a frame without a button having been pressed before.
    chart.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
    if (current.current.end - current.current.start < 100)
      chart.dispatchAction({ type: 'dataZoom', ...current.current });
  }, []);
  useEffect(() => {
    for (const chart of charts.current) prepare(chart);
  }, [option, prepare]);
  const attach = useCallback(
    (chart: ECharts): (() => void) => {
      charts.current.add(chart);
      prepare(chart);
      chart.on('datazoom', () => {
        const [zoomed] = (chart.getOption()['dataZoom'] ?? []) as Window[];
        if (!zoomed) return;
        const { start, end } = current.current;
        if (Math.abs(zoomed.start - start) + Math.abs(zoomed.end - end) > 0.01)
          apply({ start: zoomed.start, end: zoomed.end });
      });
      return () => charts.current.delete(chart);
    },
    [apply, prepare],
  );
  const width = zoom.end - zoom.start;
  return {
    attach,
    isZoomed: width < 99.9,
    zoomIn: () => apply(within({ start: zoom.start + width / 4, end: zoom.end - width / 4 })),
    zoomOut: () => apply(within({ start: zoom.start - width / 2, end: zoom.end + width / 2 })),
    earlier: () => apply(within({ start: zoom.start - width / 4, end: zoom.end - width / 4 })),
    later: () => apply(within({ start: zoom.start + width / 4, end: zoom.end + width / 4 })),
    reset: () => apply(ALL),
    window: zoom,
  };
};
