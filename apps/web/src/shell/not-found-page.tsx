import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Page } from '../elements/page.tsx';

/** An address that leads nowhere, inside of the frame. */
export const NotFoundPage = () => (
  <Page title="There is no such page">
    <Text>
      The address may be mistyped, or what it named is gone. <Link to="/">Go to the overview</Link>.
    </Text>
  </Page>
);
