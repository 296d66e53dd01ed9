import { useRouterState } from '@tanstack/react-router';

/** Whether the person has moved inside of the app, as opposed to having just opened it. */
export const useIsMovedInside = (): boolean =>
  useRouterState({ select: (state) => state.location.state.__TSR_index > 0 });
