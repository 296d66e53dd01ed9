import { useRef } from 'react';
import { Skeleton, Text, Title } from '@mantine/core';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { NoticeItem } from './notice-item.tsx';
import classes from './notice-panel.module.css';
import { useDismissNotice, useNotices } from './use-notices.ts';

/** The notices, each to be followed or dismissed. */
export const NoticePanel = ({ onFollow }: { onFollow: () => void }) => {
  const { data, error, refetch } = useNotices();
  const dismiss = useDismissNotice();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <Title order={2} size="md" className={classes.title} ref={heading} tabIndex={-1} data-autofocus>
        Notices
      </Title>
      {error && (
        <div className={classes.note}>
          <ErrorNotice title="The notices could not be loaded" error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {dismiss.error && (
        <div className={classes.note}>
          <ErrorNotice title="The notice could not be dismissed" error={dismiss.error} />
        </div>
      )}
      {!data && !error && (
        <Skeleton height={64} m="md" w="auto" role="status" aria-label="Loading the notices" />
      )}
      {data?.notices.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.note}>
          Nothing to tell. You hear of service tokens that end soon, that nothing has used for long, or that
          are used from a new network.
        </Text>
      )}
      {data && data.notices.length > 0 && (
        <ul className={classes.list}>
          {data.notices.map((notice) => (
            <NoticeItem
              key={notice.noticeId}
              notice={notice}
              isDismissing={dismiss.isPending && dismiss.variables === notice.noticeId}
              // The button leaves with its notice, so the focus goes to where the reader can go on from.
              onDismiss={() => dismiss.mutate(notice.noticeId, { onSuccess: () => heading.current?.focus() })}
              onFollow={onFollow}
            />
          ))}
        </ul>
      )}
      {data?.nextCursor && (
        <Text size="xs" c="dimmed" className={classes.note}>
          Older ones follow as you dismiss these.
        </Text>
      )}
    </>
  );
};
