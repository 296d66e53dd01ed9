import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useIsMovedInside } from './use-is-moved-inside.ts';

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A screen with its title, which takes the focus after a step inside of the app, so that a reader hears where it is. */
export const Page = ({ title, description, actions, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const isMovedInside = useIsMovedInside();
  useEffect(() => {
    document.title = `${title} · CodeMetrics`;
    // A dialog that was opened while the screen was loaded keeps it.
    if (isMovedInside && !document.querySelector('[aria-modal="true"]'))
      heading.current?.focus({ preventScroll: true });
    // Only where the title changes: a choice on the screen must not take the focus away from where it was made.
  }, [title]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="md">
        <div>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {description && (
            <Text c="dimmed" size="sm" mt={4} component="div">
              {description}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
};
