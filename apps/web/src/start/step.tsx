import type { ReactNode } from 'react';
import { Paper, Text, Title } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';
import classes from './step.module.css';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly description?: ReactNode;
  readonly isDone: boolean;
  /** What comes before it is not done yet. */
  readonly isLater?: boolean;
  readonly children: ReactNode;
}

/** Where the title of a step takes the focus. */
export const stepId = (number: number): string => `step-${number}`;

/** Puts the focus on the step that comes next, once it is drawn. */
export const focusStep = (number: number): void =>
  void requestAnimationFrame(() => document.getElementById(stepId(number))?.focus());

/** One step of the way to the first chart, with a sign that it is done. */
export const Step = ({ number, title, description, isDone, isLater = false, children }: Props) => (
  <Paper
    component="section"
    aria-labelledby={stepId(number)}
    withBorder
    p={{ base: 'md', sm: 'lg' }}
    className={classes.step}
    data-later={isLater || undefined}
  >
    <span className={classes.number} data-done={isDone || undefined} aria-hidden>
      {isDone ? <Icon name="check" size={16} /> : number}
    </span>
    <div className={classes.text}>
      <Title order={2} id={stepId(number)} tabIndex={-1} className={classes.title}>
        <span className="visually-hidden">Step {number}: </span>
        {title}
        {isDone && <span className="visually-hidden"> (done)</span>}
      </Title>
      {description && !isLater && (
        <Text c="dimmed" size="sm" mt={2}>
          {description}
        </Text>
      )}
      {!isLater && <div className={classes.content}>{children}</div>}
    </div>
  </Paper>
);
