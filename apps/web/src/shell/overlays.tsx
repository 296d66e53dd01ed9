import type { useOverlay } from './use-overlay.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The palette, the help and the like over the page, and the keys that open them. */
export const Overlays = ({ overlay }: { readonly overlay: ReturnType<typeof useOverlay> }) => {
  const { shown, open, close } = overlay;
  useShortcuts(open);
  if (!shown) return null;
  const { Part, isOpen } = shown;
  return <Part isOpen={isOpen} onClose={close} onOpen={open} />;
};
