import { useState } from 'react';
import { Button, Menu } from '@mantine/core';
import { formatCalendarDate } from '../elements/format-time.ts';
import { Icon } from '../elements/icon.tsx';
import type { DateRange } from './date-range.ts';
import { CustomRange } from './custom-range.tsx';
import { customValue, PRESETS } from './presets.ts';

interface Props {
  readonly range: DateRange & { readonly preset: string | null };
  /** Takes a preset's value, or two dates as `customValue` writes them. */
  readonly onChoose: (value: string) => void;
}

/** Chooses a range: a preset, or two dates on a calendar. */
export const RangePicker = ({ range, onChoose }: Props) => {
  const [isCustom, setCustom] = useState(false);
  const preset = PRESETS.find((one) => one.value === range.preset);
  const label = preset?.label ?? `${formatCalendarDate(range.start)} – ${formatCalendarDate(range.end)}`;
  return (
    <>
      <Menu position="bottom-end" width={220} shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Icon name="calendar" size={16} />}
            rightSection={<Icon name="chevron-down" size={14} />}
            aria-label={`Time range, ${label}`}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PRESETS.map((one) => (
            <Menu.Item
              key={one.value}
              rightSection={one.value === range.preset ? <Icon name="check" size={14} /> : undefined}
              onClick={() => onChoose(one.value)}
            >
              {one.label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setCustom(true)}>Choose two dates …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CustomRange
        isOpen={isCustom}
        range={range}
        onClose={() => setCustom(false)}
        onChoose={(chosen) => {
          setCustom(false);
          onChoose(customValue(chosen));
        }}
      />
    </>
  );
};
