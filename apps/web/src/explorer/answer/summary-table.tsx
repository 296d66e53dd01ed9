import { useState } from 'react';
import { Button, Table } from '@mantine/core';
import type { Palette } from '../../charts/palette.ts';
import { lookOf } from '../../charts/series-look.ts';
import { Swatch } from '../../charts/swatch.tsx';
import { formatValue } from '../../metrics/format-value.ts';
import { MetricChange } from '../../metrics/metric-change.tsx';
import classes from './summary-table.module.css';
import type { AnsweredSeries } from './to-series.ts';

interface Props {
  readonly series: readonly AnsweredSeries[];
  readonly palette: Palette;
  readonly isCompared: boolean;
  /** Names of those that are not drawn. */
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (name: string) => void;
  /** Shows this one alone, or all again. */
  readonly onOnly: (name: string) => void;
}

const FIRST_ROWS = 50;

const figure = (value: number | null | undefined, unit: AnsweredSeries['main']['unit']): string =>
  value === null || value === undefined ? '—' : formatValue(value, unit);

/** The figures of the whole range, a row a series; its button is the chart's legend, and takes the series out of it. */
export const SummaryTable = ({ series, palette, isCompared, hidden, onToggle, onOnly }: Props) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? series : series.slice(0, FIRST_ROWS);
  return (
    <div>
      <div className={classes.frame} role="region" aria-label="Series" tabIndex={0}>
        <Table verticalSpacing={4} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Series</Table.Th>
              <Table.Th scope="col">Whole range</Table.Th>
              {isCompared && <Table.Th scope="col">Period before</Table.Th>}
              {isCompared && <Table.Th scope="col">Change</Table.Th>}
              <Table.Th scope="col">Rows</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((one) => {
              const isShown = !hidden.has(one.name);
              return (
                <Table.Tr key={one.name} data-hidden={!isShown || undefined} className={classes.row}>
                  <Table.Th scope="row">
                    <button
                      type="button"
                      className={classes.toggle}
                      aria-pressed={isShown}
                      onClick={() => onToggle(one.name)}
                    >
                      <Swatch look={lookOf(one.main, one.look, palette)} />
                      <bdi className={classes.name}>{one.name}</bdi>
                    </button>
                  </Table.Th>
                  <Table.Td>{figure(one.summary.value, one.main.unit)}</Table.Td>
                  {isCompared && <Table.Td>{figure(one.summary.previous, one.main.unit)}</Table.Td>}
                  {isCompared && (
                    <Table.Td>
                      <MetricChange metric={one.metric} summary={one.summary} />
                    </Table.Td>
                  )}
                  <Table.Td>{one.summary.count?.toLocaleString() ?? '—'}</Table.Td>
                  <Table.Td>
                    {series.length > 1 && (
                      <button
                        type="button"
                        className={classes.only}
                        onClick={() => onOnly(one.name)}
                        aria-label={`Show only ${one.name}, or all again`}
                      >
                        Only
                      </button>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
      {series.length > shown.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setWhole(true)}>
          Show all {series.length} series
        </Button>
      )}
    </div>
  );
};
