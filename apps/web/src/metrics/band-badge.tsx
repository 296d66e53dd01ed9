import { Tooltip } from '@mantine/core';
import type { Summary } from '@codemetrics/contracts';
import classes from './band-badge.module.css';

interface Props {
  readonly band: NonNullable<Summary['band']>;
  /** Says the year beside the name, and not on hover alone. */
  readonly hasYear?: boolean;
}

/** From the lowest on, so that as many bars stand as there are steps. */
const LEVELS = ['low', 'medium', 'high', 'elite'];

/** The performance level that a value reaches, by the DORA report of a year: a word, with bars that rise with it. */
export const BandBadge = ({ band: { name, year }, hasYear = false }: Props) => (
  <Tooltip label={`Performance level by the DORA report of ${year}`}>
    <span className={classes.badge}>
      <svg width="13" height="10" viewBox="0 0 13 10" aria-hidden className={classes.bars}>
        {LEVELS.map((level, index) => (
          <rect
            key={level}
            x={index * 3.5}
            y={7.5 - index * 2.5}
            width="2.5"
            height={2.5 + index * 2.5}
            rx="0.5"
            data-on={index <= LEVELS.indexOf(name) || undefined}
          />
        ))}
      </svg>
      <span className={classes.name}>{name}</span>
      {hasYear ? (
        <span className={classes.year}>DORA {year}</span>
      ) : (
        <span className="visually-hidden"> by DORA {year}</span>
      )}
    </span>
  </Tooltip>
);
