import { useState } from 'react';
import { Box, Burger, Collapse, Container, Group } from '@mantine/core';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { useSignOut } from '../session/use-sign-out.ts';
import { ErrorNotice } from './error-notice.tsx';
import classes from './header.module.css';
import { Link } from './link.tsx';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';

/** Name, navigation and the person's own menu. On a phone the navigation unfolds below. */
export const Header = () => {
  const [isOpen, setOpen] = useState(false);
  const signOut = useSignOut();
  return (
    <header className={classes.header}>
      <Container size={1440} px={{ base: 'md', sm: 'lg' }}>
        <Group h={56} gap="sm" wrap="nowrap">
          <Burger
            hiddenFrom="sm"
            size="sm"
            opened={isOpen}
            onClick={() => setOpen(!isOpen)}
            aria-label={isOpen ? 'Close the navigation' : 'Open the navigation'}
            aria-expanded={isOpen}
            aria-controls="navigation-below"
          />
          <Link href="/" className={classes.home} aria-label="CodeMetrics, to the overview">
            <Logo />
          </Link>
          <Box visibleFrom="sm" flex={1}>
            <Navigation />
          </Box>
          <Group ml="auto" gap="sm" wrap="nowrap">
            <NoticeBell />
            <UserMenu onSignOut={() => signOut.mutate()} />
          </Group>
        </Group>
      </Container>
      <Collapse expanded={isOpen} hiddenFrom="sm" id="navigation-below">
        <Navigation isVertical onChoose={() => setOpen(false)} />
      </Collapse>
      {signOut.error && (
        <Container size={1440} py="sm">
          <ErrorNotice
            title="You are still signed in"
            error={signOut.error}
            onRetry={() => signOut.mutate()}
          />
        </Container>
      )}
    </header>
  );
};
