import type { DailyCalls } from './daily-calls.ts';
import { describeCalls } from './daily-calls.ts';

interface Props {
  readonly calls: DailyCalls;
  readonly width?: number;
  readonly height?: number;
}

/** A day without a call is a mark of this height, so that the days can be counted. */
const NOTHING = 1;
/** Between bars; wider where they are, so that each is seen for itself. */
const gapOf = (step: number): number => (step > 6 ? 2 : 1);

/** Calls a day as small bars; its text says what they show. */
export const CallsSpark = ({ calls, width = 90, height = 24 }: Props) => {
  const step = width / calls.calls.length;
  const most = Math.max(1, ...calls.calls);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      style={{ maxWidth: '100%', display: 'block' }}
      role="img"
      aria-label={describeCalls(calls)}
    >
      {calls.calls.map((count, day) => {
        const tall = count === 0 ? NOTHING : Math.max(3, (count / most) * height);
        return (
          <rect
            key={day}
            x={day * step}
            y={height - tall}
            width={Math.max(1, step - gapOf(step))}
            height={tall}
            rx={count === 0 ? 0 : 0.75}
            fill={count === 0 ? 'var(--mantine-color-dimmed)' : 'var(--app-line)'}
            opacity={count === 0 ? 0.5 : 1}
          />
        );
      })}
    </svg>
  );
};
