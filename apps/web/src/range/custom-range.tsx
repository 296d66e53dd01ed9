import { lazy, Suspense } from 'react';
import { Loader } from '@mantine/core';
import { Dialog } from '../elements/dialog.tsx';
import type { DateRange } from './date-range.ts';

interface Props {
  readonly isOpen: boolean;
  readonly range: DateRange;
  readonly onClose: () => void;
  readonly onChoose: (range: DateRange) => void;
}

// The calendar is large, and few ever open it.
const RangeCalendar = lazy(() =>
  import('./range-calendar.tsx').then((module) => ({ default: module.RangeCalendar })),
);

/** Two dates, chosen on a calendar or typed. */
export const CustomRange = ({ isOpen, range, onClose, onChoose }: Props) => (
  <Dialog title="Choose two dates" isOpen={isOpen} onClose={onClose}>
    <Suspense fallback={<Loader aria-label="Loading the calendar" />}>
      <RangeCalendar range={range} onChoose={onChoose} />
    </Suspense>
  </Dialog>
);
