import type { ReactNode } from 'react';
import { Container } from '@mantine/core';
import { Header } from './header.tsx';

/** The frame around every screen of a signed-in person. */
export const Shell = ({ children }: { children: ReactNode }) => (
  <>
    <a className="skip-link" href="#content">
      Skip to the content
    </a>
    <Header />
    <Container
      component="main"
      id="content"
      tabIndex={-1}
      size={1440}
      px={{ base: 'md', sm: 'lg' }}
      py="lg"
      pb={64}
    >
      {children}
    </Container>
  </>
);
