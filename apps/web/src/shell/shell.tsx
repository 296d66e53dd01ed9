import type { ReactNode } from 'react';
import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { Overlays } from './overlays.tsx';
import classes from './shell.module.css';
import { StatusNotes } from './status/status-notes.tsx';
import { useOverlay } from './use-overlay.ts';
import { useSessionEnd } from './use-session-end.ts';

/** The frame around every screen of a signed-in person: the header, and the navigation, which a phone unfolds. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const [isOpen, { toggle, close }] = useDisclosure();
  const overlay = useOverlay();
  useSessionEnd();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 224, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={0}
    >
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <AppShell.Header className={classes.header}>
        <Header isOpen={isOpen} onToggle={toggle} onSearch={() => overlay.open('palette')} />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navigation} component="div" id="navigation">
        <Navigation onChoose={close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <div id="content" tabIndex={-1} className={classes.content}>
          {children}
        </div>
      </AppShell.Main>
      <Overlays overlay={overlay} />
      <StatusNotes />
    </AppShell>
  );
};
