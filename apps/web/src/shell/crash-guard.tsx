import { Component } from 'react';
import type { ReactNode } from 'react';
import { Alert, Button, Container, Text } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';

interface State {
  readonly hasCrashed: boolean;
}

/** In place of a blank page: a fault of the app, or a part of it that a newer version of the server no longer has. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasCrashed: false };

  static getDerivedStateFromError(): State {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <Container component="main" size={560} pt="15vh">
        <Alert color="red" role="alert" icon={<Icon name="warning" />} title="This page could not be shown">
          <Text size="sm" mb="sm">
            The server may have been updated meanwhile. Reloading usually helps.
          </Text>
          <Button variant="default" size="xs" onClick={() => window.location.reload()}>
            Reload
          </Button>
        </Alert>
      </Container>
    );
  }
}
