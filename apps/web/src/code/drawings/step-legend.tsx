import { useId } from 'react';
import type { Steps } from './steps.ts';
import { colourOf } from './steps.ts';
import classes from './step-legend.module.css';

interface Props {
  /** What the colour tells. */
  readonly title: string;
  readonly steps: Steps;
  readonly scale: readonly string[];
  readonly format: (value: number) => string;
  /** What else is to be known of the drawing. */
  readonly notes?: readonly string[];
}

/** What the colours of a drawing mean, in words. */
export const StepLegend = ({ title, steps, scale, format, notes = [] }: Props) => {
  const id = useId();
  return (
    <div className={classes.legend}>
      <span id={id}>{title}:</span>
      <ul className={classes.steps} aria-labelledby={id}>
        {steps.map((end, index) => (
          <li key={end}>
            <span
              aria-hidden
              className={classes.swatch}
              style={{ background: colourOf(index, steps, scale) }}
            />
            up to {format(end)}
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </div>
  );
};
