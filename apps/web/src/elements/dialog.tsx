import type { ReactNode } from 'react';
import { Modal } from '@mantine/core';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** It can only be left by its own button: something in it would be lost. */
  readonly isGuarded?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page; what is in it begins anew each time that it opens. */
export const Dialog = ({ title, isOpen, onClose, isGuarded = false, children }: Props) => (
  <Modal
    opened={isOpen}
    onClose={onClose}
    title={title}
    size="lg"
    centered
    // The page's bar stays where it is, or the page would jump to the side.
    removeScrollProps={{ removeScrollBar: false }}
    closeOnEscape={!isGuarded}
    closeOnClickOutside={!isGuarded}
    withCloseButton={!isGuarded}
    closeButtonProps={{ 'aria-label': 'Close' }}
    // Else it would be taken for a second header of the page.
    attributes={{ header: { role: 'presentation' } }}
    styles={{
      title: { fontWeight: 650, fontSize: '1.125rem' },
      content: { background: 'var(--app-surface)' },
    }}
  >
    {children}
  </Modal>
);
