import { Button } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import classes from './status-notes.module.css';
import { toast } from './toasts.ts';
import { useConnection } from './use-connection.ts';
import { useNewVersion } from './use-new-version.ts';
import { useValue } from './value.ts';

const OUTAGES = {
  unreachable: 'The server can’t be reached. It is tried again and again; this goes by itself.',
  unavailable: 'The server is up, but its database is not. It usually recovers by itself.',
};

/** What concerns every screen, at the window’s lower edge: an outage, an update, and what is told in passing. */
export const StatusNotes = () => {
  const outage = useConnection();
  const isNew = useNewVersion();
  const told = useValue(toast);
  return (
    <div className={classes.notes}>
      <div role="status">
        {outage && (
          <div className={classes.note} data-kind="outage">
            <Icon name="warning" /> {OUTAGES[outage]}
          </div>
        )}
      </div>
      <div role="status">
        {isNew && !outage && (
          <div className={classes.note}>
            <Icon name="info" /> A newer version of CodeMetrics is installed.
            <Button size="compact-xs" variant="default" onClick={() => window.location.reload()}>
              Reload
            </Button>
          </div>
        )}
      </div>
      <div role="status">
        {told && (
          <div key={told.count} className={classes.note}>
            {told.text}
          </div>
        )}
      </div>
    </div>
  );
};
