import type { Run } from './run-outcome.ts';
import { outcomeLook } from './run-outcome.ts';
import { Icon } from '../elements/icon.tsx';
import classes from './run-status.module.css';

/** How a run or a job stands: a drawing and a word. */
export const RunStatus = ({ run }: { run: Pick<Run, 'status' | 'conclusion'> }) => {
  const { word, icon, tone } = outcomeLook(run);
  return (
    <span className={classes.status} data-tone={tone}>
      <Icon name={icon} size={16} />
      <span className={classes.word}>{word}</span>
    </span>
  );
};
