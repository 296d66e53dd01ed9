import { useEffect, useRef } from 'react';
import { Button, Group } from '@mantine/core';

interface Props {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** The end of a long list: more of it comes when the person gets there, or presses the button. */
export const MoreRows = ({ hasMore, isLoading, onMore }: Props) => {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    if (!hasMore || isLoading || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && more.current(),
      { rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, isLoading]);
  if (!hasMore) return null;
  return (
    <Group justify="center" ref={end}>
      <Button variant="default" loading={isLoading} onClick={onMore}>
        Load more
      </Button>
    </Group>
  );
};
