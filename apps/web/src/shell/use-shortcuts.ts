import { useEffect, useRef } from 'react';
import { areSingleKeysOn } from './single-keys.ts';
import type { OverlayName } from './use-overlay.ts';

const SINGLE: Readonly<Record<string, OverlayName>> = { '/': 'palette', '?': 'help' };

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What a key stands for here, if anything. */
const meant = (event: KeyboardEvent): OverlayName | undefined => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k')
    return 'palette';
  if (event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target) || !areSingleKeysOn())
    return undefined;
  return SINGLE[event.key];
};

/** The keys that work on every screen. Over an open dialog they do nothing: it may hold what is shown only once. */
export const useShortcuts = (open: (name: OverlayName) => void): void => {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const name = event.isComposing || event.repeat ? undefined : meant(event);
      if (name === undefined || event.defaultPrevented) return;
      // The browser's own search must not open in its place.
      event.preventDefault();
      if (!document.querySelector('[aria-modal="true"]')) latest.current(name);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};

/** How the browser's machine writes the key that goes with K. */
export const modifierKey = (): string => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl');
