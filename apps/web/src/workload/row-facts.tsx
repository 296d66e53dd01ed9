import { Fragment } from 'react';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { formatValue } from '../metrics/format-value.ts';
import type { SourceRow } from './use-source-rows.ts';
import classes from './row-list.module.css';

const Value = ({ value, unit }: SourceRow['details'][number]) => {
  if (unit === 'time') return <TimeStamp at={String(value)} as="date-time" />;
  return <bdi>{unit === 'text' || typeof value === 'string' ? value : formatValue(value, unit)}</bdi>;
};

/** What is known of a row, each with its name. */
export const RowFacts = ({ details }: Pick<SourceRow, 'details'>) => (
  <dl className={classes.facts}>
    {details.map((one) => (
      <Fragment key={one.name}>
        <dt>{one.name}</dt>
        <dd>
          <Value {...one} />
        </dd>
      </Fragment>
    ))}
  </dl>
);
