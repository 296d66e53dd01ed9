import { Text } from '@mantine/core';
import { TimeStamp } from '../elements/time-stamp.tsx';
import classes from './freshness.module.css';
import { kindTitle } from './kind-name.ts';
import type { FreshnessOfKind } from './use-freshness.ts';

interface Props {
  readonly kinds: readonly string[];
  readonly freshness: ReadonlyMap<string, FreshnessOfKind>;
}

/** Up to when each kind of data of a topic reaches, and when it last came in. */
export const Freshness = ({ kinds, freshness }: Props) => (
  <ul className={classes.list} aria-label="How new the data is">
    {kinds.flatMap((kind) => {
      const one = freshness.get(kind);
      if (!one || one.newest === null) return [];
      return [
        <li key={kind}>
          <Text size="sm" c="dimmed" component="span">
            {kindTitle(kind)} up to <TimeStamp at={one.newest} as="relative" />
            {one.received !== null && (
              <>
                , received <TimeStamp at={one.received} as="relative" />
              </>
            )}
          </Text>
        </li>,
      ];
    })}
  </ul>
);
