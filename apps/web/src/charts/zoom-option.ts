import type { Palette } from './palette.ts';

/**
 * Zooming by dragging a frame, and by the wheel with Ctrl, since the wheel alone scrolls the page. The toolbox does the
 * frame; its own buttons are put out of sight, since they can't be reached by keys, and real ones stand beside the chart.
 */
export const zoomOption = (palette: Palette) => ({
  dataZoom: [
    {
      type: 'inside',
      xAxisIndex: 0,
      filterMode: 'none',
      zoomOnMouseWheel: 'ctrl',
      moveOnMouseMove: 'shift',
      moveOnMouseWheel: false,
      preventDefaultMouseMove: false,
    },
  ],
  toolbox: {
    left: -200,
    itemSize: 1,
    feature: {
      dataZoom: {
        yAxisIndex: 'none',
        filterMode: 'none',
        brushStyle: { color: palette.grid, opacity: 0.5, borderWidth: 1, borderColor: palette.dimmed },
      },
    },
  },
});
