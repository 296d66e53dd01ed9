import { useEffect, useRef } from 'react';
import { UnstyledButton } from '@mantine/core';
import type { Place } from './place.ts';
import { isSamePlace, placesAround } from './place.ts';
import classes from './place-path.module.css';

interface Props {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
}

/** Where one is, and the way back up. Takes the focus after each step, which may have taken away what was pressed. */
export const PlacePath = ({ place, onGo }: Props) => {
  const current = useRef<HTMLSpanElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (isSamePlace(shown.current, place)) return;
    shown.current = place;
    current.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <nav aria-label="Folder">
      <ol className={classes.path}>
        {placesAround(place).map(({ name, ...one }) => (
          <li key={`${one.repository} ${one.folder}`}>
            {isSamePlace(one, place) ? (
              <span ref={current} tabIndex={-1} aria-current="location" className={classes.current}>
                <bdi>{name}</bdi>
              </span>
            ) : (
              <UnstyledButton className={classes.step} onClick={() => onGo(one)}>
                <bdi>{name}</bdi>
              </UnstyledButton>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};
