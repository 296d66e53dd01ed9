import { Badge } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';
import { OutsideText } from './outside-text.tsx';
import type { Run } from './run-outcome.ts';
import classes from './run-actor.module.css';

interface Props {
  readonly actor: Run['actor'];
  /** All of a long name is shown. */
  readonly isWhole?: boolean;
}

/** Who began a run; a bot says that it is one. */
export const RunActor = ({ actor, isWhole = false }: Props) =>
  actor === null ? (
    <span>—</span>
  ) : (
    <span className={classes.actor}>
      <OutsideText {...(isWhole ? {} : { lines: 1 as const })}>{actor.name}</OutsideText>
      {actor.kind === 'bot' && (
        <Badge
          size="sm"
          variant="default"
          radius="sm"
          tt="none"
          className={classes.bot}
          leftSection={<Icon name="bot" size={12} />}
        >
          bot
        </Badge>
      )}
    </span>
  );
