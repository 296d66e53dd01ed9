import { useEffect, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { loadPart } from './status/load-part.ts';
import { showToast } from './status/toasts.ts';

/** What lies over the page; one at a time. */
export type OverlayName = 'palette' | 'help' | 'token';

export interface OverlayProps {
  readonly isOpen: boolean;
  /** `isLeft`: the person goes to another screen, whose title takes the focus. */
  readonly onClose: (how: { readonly isLeft: boolean }) => void;
  readonly onOpen: (name: Exclude<OverlayName, 'palette'>) => void;
}

type Overlay = ComponentType<OverlayProps>;

const LOADERS: Record<OverlayName, () => Promise<Overlay>> = {
  palette: () => import('./palette/command-palette.tsx').then((part) => part.CommandPalette),
  help: () => import('./keyboard-help.tsx').then((part) => part.KeyboardHelp),
  token: () => import('./new-token.tsx').then((part) => part.NewToken),
};

/** Loads the palette and its like when they are first asked for, and gives the focus back where it came from. */
export const useOverlay = () => {
  const [shown, setShown] = useState<{ name: OverlayName; Part: Overlay; isOpen: boolean } | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    // Once the screen stands and nothing else is to be done, so that the first press finds it there.
    const idle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 2000));
    idle(() => void LOADERS.palette().catch(() => undefined));
  }, []);
  const open = (name: OverlayName): void => {
    if (!shown?.isOpen) opener.current = document.activeElement;
    loadPart(LOADERS[name]).then(
      (Part) => setShown({ name, Part, isOpen: true }),
      () => showToast('This could not be loaded. Is the server running?'),
    );
  };
  const close = ({ isLeft }: { isLeft: boolean }): void => {
    setShown((old) => old && { ...old, isOpen: false });
    const back = opener.current;
    // After the dialog has let the focus go.
    if (!isLeft && back instanceof HTMLElement)
      requestAnimationFrame(() => back.focus({ preventScroll: true }));
  };
  return { shown, open, close };
};
