import { Button } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import classes from './new-runs-pill.module.css';

interface Props {
  readonly count: number;
  /** There may be more than were counted. */
  readonly isMore: boolean;
  readonly onShow: () => void;
}

const textOf = (count: number, isMore: boolean): string =>
  `${count}${isMore ? '+' : ''} new ${count === 1 ? 'run' : 'runs'}`;

/** Says that there are newer runs than those shown; a press shows them. Lies over the list, which doesn't move. */
export const NewRunsPill = ({ count, isMore, onShow }: Props) => (
  <>
    <div className={classes.place}>
      {count > 0 && (
        <Button
          radius="xl"
          size="xs"
          className={classes.pill}
          leftSection={<Icon name="refresh" size={14} />}
          onClick={onShow}
          aria-label={`Show ${textOf(count, isMore)}`}
        >
          {textOf(count, isMore)}
        </Button>
      )}
    </div>
    <span role="status" className="visually-hidden">
      {count > 0 ? textOf(count, isMore) : ''}
    </span>
  </>
);
