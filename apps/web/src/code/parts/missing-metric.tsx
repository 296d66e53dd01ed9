import { Alert } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';

/** The server's catalogue hasn't got what a part of the screen is made of. */
export const MissingMetric = ({ what }: { what: string }) => (
  <Alert icon={<Icon name="info" />} title={`This server has no metric of ${what}`}>
    It may be older than this page. Reload it once the server is updated.
  </Alert>
);
