import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Notice } from '@codemetrics/contracts';
import { useSession } from '../session/use-session.ts';
import type { IconName } from '../elements/icon.tsx';
import { Icon } from '../elements/icon.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { describeNotice } from './describe-notice.ts';
import classes from './notice-item.module.css';

const ICONS: Readonly<Record<Notice['kind'], IconName>> = {
  'token-expiring': 'warning',
  'token-unused': 'info',
  'token-new-network': 'warning',
};

interface Props {
  readonly notice: Notice;
  readonly isDismissing: boolean;
  readonly onDismiss: () => void;
  /** The person goes to the tokens. */
  readonly onFollow: () => void;
}

/** One notice: which token, what of it, since when, and a way to be rid of it. */
export const NoticeItem = ({ notice, isDismissing, onDismiss, onFollow }: Props) => {
  const { user } = useSession();
  const text = describeNotice(notice);
  return (
    <li className={classes.item}>
      <span className={classes.icon} data-kind={notice.kind}>
        <Icon name={ICONS[notice.kind]} />
      </span>
      <div className={classes.text}>
        <Text size="sm">
          <Link to="/tokens" className={classes.token} onClick={onFollow}>
            {notice.sub}
          </Link>{' '}
          {text}
        </Text>
        <Text size="xs" c="dimmed">
          <TimeStamp at={notice.created} as="relative" />
          {notice.owner !== user.username && ` · token of ${notice.owner}`}
        </Text>
      </div>
      <Tooltip label="Dismiss">
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={isDismissing}
          aria-label={`Dismiss: ${notice.sub} ${text}`}
          onClick={onDismiss}
        >
          <Icon name="close" size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
};
