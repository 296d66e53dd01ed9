import { useId } from 'react';
import type { ReactNode } from 'react';
import { Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Icon } from '../../elements/icon.tsx';
import classes from './fold.module.css';

interface Props {
  readonly label: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** Something that not everybody needs to see, behind a line that unfolds it. */
export const Fold = ({ label, isOpenAtFirst = false, children }: Props) => {
  const id = useId();
  const [isOpen, { toggle }] = useDisclosure(isOpenAtFirst);
  return (
    <div>
      <UnstyledButton aria-expanded={isOpen} aria-controls={id} onClick={toggle} className={classes.line}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} /> {label}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.content}>{children}</div>
      </Collapse>
    </div>
  );
};
