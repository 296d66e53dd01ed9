import { useId } from 'react';
import type { ReactNode } from 'react';
import { Paper, Text, Title } from '@mantine/core';
import classes from './panel.module.css';

interface Props {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children: ReactNode;
}

/** A titled section of a screen. */
export const Panel = ({ title, description, children }: Props) => {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      withBorder
      p={{ base: 'md', sm: 'lg' }}
      className={classes.panel}
    >
      <Title order={2} id={id}>
        {title}
      </Title>
      {description && (
        <Text c="dimmed" size="sm" mt={2}>
          {description}
        </Text>
      )}
      <div className={classes.content}>{children}</div>
    </Paper>
  );
};
