import '@mantine/dates/styles.css';
import { useState } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import type { DateRange } from './date-range.ts';
import { daysOf } from './date-range.ts';

interface Props {
  readonly range: DateRange;
  readonly onChoose: (range: DateRange) => void;
}

const MOST_DAYS = 3660;

const complaint = (start: string, end: string): string | undefined => {
  if (Number.isNaN(Date.parse(start)) || Number.isNaN(Date.parse(end))) return 'Write dates as 2026-03-31';
  if (start > end) return 'The end lies before the start';
  return daysOf({ start, end }) > MOST_DAYS ? 'At most 10 years' : undefined;
};

/** A calendar of two months with the two dates as text beside it, for those who rather type. */
export const RangeCalendar = ({ range, onChoose }: Props) => {
  const [start, setStart] = useState(range.start);
  const [end, setEnd] = useState(range.end);
  const error = complaint(start, end);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (error === undefined) onChoose({ start, end });
      }}
    >
      <Stack align="center">
        <DatePicker
          type="range"
          numberOfColumns={2}
          allowSingleDateInRange
          defaultDate={range.start}
          value={error === undefined || end === '' ? [start, end || null] : [null, null]}
          onChange={([first, second]) => {
            setStart(first ?? '');
            setEnd(second ?? '');
          }}
        />
        <Group align="flex-start" justify="center">
          <TextInput
            type="date"
            label="From"
            value={start}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label="To, included"
            value={end}
            onChange={(event) => setEnd(event.currentTarget.value)}
            error={start !== '' && end !== '' ? error : undefined}
          />
        </Group>
        <Button type="submit" disabled={error !== undefined}>
          Show these days
        </Button>
      </Stack>
    </form>
  );
};
