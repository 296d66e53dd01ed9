import { formatDateTime, formatRelative } from '../elements/format-time.ts';
import classes from './token-lives.module.css';

interface Life {
  readonly name: string;
  readonly end: string;
}

interface Props {
  /** The first ends first. */
  readonly lives: readonly [Life, Life];
  readonly now: number;
}

/** The least that is seen of a life of an hour beside one of a year. */
const LEAST_PERCENT = 2;

/** How long the old and the new token work, in words and side by side. */
export const TokenLives = ({ lives, now }: Props) => {
  const longest = Math.max(1, ...lives.map(({ end }) => Date.parse(end) - now));
  return (
    <dl className={classes.lives}>
      {lives.map(({ name, end }) => {
        const left = Date.parse(end) - now;
        const isOver = left <= 0;
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {isOver ? 'Ended' : `Works until ${formatDateTime(end)}, ${formatRelative(end, now)}`}
              <span className={classes.track} aria-hidden>
                <span
                  className={classes.life}
                  style={{ width: isOver ? 0 : `${Math.max(LEAST_PERCENT, (left / longest) * 100)}%` }}
                />
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
