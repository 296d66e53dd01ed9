import { useState } from 'react';
import { ActionIcon, Popover } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';
import classes from './notice-bell.module.css';
import { NoticePanel } from './notice-panel.tsx';
import { useNotices } from './use-notices.ts';

/** How many notices there are, and the way to them. */
export const NoticeBell = () => {
  const [isOpen, setOpen] = useState(false);
  const { data } = useNotices();
  const count = data?.notices.length ?? 0;
  const shown = `${count}${data?.nextCursor ? '+' : ''}`;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width="min(24rem, calc(100vw - 2rem))"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={36}
          className={classes.bell}
          aria-label={count === 0 ? 'Notices' : `Notices, ${shown}`}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="bell" />
          {count > 0 && (
            <span className={classes.count} aria-hidden>
              {shown}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown}>
        <NoticePanel onFollow={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
};
