import { Tooltip } from '@mantine/core';
import { formatDate, formatDateTime, formatRelative, formatUtc } from './format-time.ts';

interface Props {
  readonly at: string;
  readonly as: 'date' | 'date-time' | 'relative';
}

const FORMATS = {
  date: formatDate,
  'date-time': formatDateTime,
  relative: (at: string) => formatRelative(at),
};

/** A time in the viewer's zone, with UTC on hover. */
export const TimeStamp = ({ at, as }: Props) => (
  <Tooltip label={as === 'date-time' ? formatUtc(at) : `${formatDateTime(at)} · ${formatUtc(at)}`}>
    <time dateTime={at}>{FORMATS[as](at)}</time>
  </Tooltip>
);
