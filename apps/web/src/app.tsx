import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './api/query-client.ts';
import { CrashGuard } from './shell/crash-guard.tsx';
import { router } from './shell/router.tsx';
import { cssVariables, theme } from './theme.ts';

/** The whole app with what every screen needs around it. */
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <CrashGuard>
        <RouterProvider router={router} />
      </CrashGuard>
    </MantineProvider>
  </QueryClientProvider>
);
