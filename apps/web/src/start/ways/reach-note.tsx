import { Text } from '@mantine/core';

const LOCAL = /^(localhost|127\.|\[::1\]|10\.|192\.168\.)/;

/** Whether only this machine, or its own network, can have reached the page. */
const isLocal = (): boolean => LOCAL.test(location.hostname) || !location.hostname.includes('.');

/** Says so where a hosted provider can't reach this server. */
export const ReachNote = () =>
  isLocal() ? (
    <Text size="sm" c="var(--app-warning)">
      {location.host} is an address of your own machine or network: a provider on the internet can’t reach it.
      Open this page by the address that others use, or send from here.
    </Text>
  ) : null;
