import { Code, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Page } from '../elements/page.tsx';
import { useSession } from '../session/use-session.ts';
import type { PageLink } from '../shell/pages.ts';

/** A section that the person may not use, and why. */
export const NotPermitted = ({ link }: { readonly link: PageLink }) => {
  const { user } = useSession();
  return (
    <Page title={link.label}>
      <Text>
        This takes the scope <Code>{link.needs}</Code>, which your role ({user.role}) does not have. Ask an
        administrator, or <Link to="/">go to the overview</Link>.
      </Text>
    </Page>
  );
};
