import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import type { useZoom } from '../../charts/use-zoom.ts';
import { Icon } from '../../elements/icon.tsx';
import type { DateRange } from '../../range/date-range.ts';

interface Props {
  readonly zoom: ReturnType<typeof useZoom>;
  /** What part of the time is shown. */
  readonly shown: DateRange;
  readonly onUse: (range: DateRange) => void;
}

/** Zooming by buttons, for keys and fingers, and what is shown. */
export const ZoomControls = ({ zoom, shown, onUse }: Props) => {
  const button = (
    label: string,
    icon: Parameters<typeof Icon>[0]['name'],
    act: () => void,
    isOff = false,
  ) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={label}
        // Not `disabled`: the focus would be lost at the last step.
        data-disabled={isOff || undefined}
        aria-disabled={isOff}
        onClick={isOff ? undefined : act}
      >
        <Icon name={icon} size={14} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={6} role="group" aria-label="Zoom">
      {button('Zoom in', 'plus', zoom.zoomIn)}
      {button('Zoom out', 'minus', zoom.zoomOut, !zoom.isZoomed)}
      {zoom.isZoomed && (
        <>
          {button('Earlier', 'chevron-left', zoom.earlier)}
          {button('Later', 'chevron-right', zoom.later)}
          <Button variant="default" size="compact-sm" onClick={zoom.reset}>
            Reset zoom
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onUse(shown)}>
            Use as range
          </Button>
        </>
      )}
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {zoom.isZoomed
          ? `${shown.start} – ${shown.end}`
          : 'Drag over the chart to zoom, or turn the wheel with Ctrl'}
      </Text>
    </Group>
  );
};
