import type { ReactNode } from 'react';
import classes from './outside-text.module.css';

interface Props {
  readonly children: ReactNode;
  /** At most so many lines of it are shown; all of them where left out. */
  readonly lines?: 1 | 2;
}

/** A name that came from outside, kept from turning the text around it about and from breaking out of its place. */
export const OutsideText = ({ children, lines }: Props) => (
  <bdi className={classes.text} data-lines={lines}>
    {children}
  </bdi>
);
