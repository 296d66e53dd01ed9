import { CreateTokenDialog } from '../tokens/create-token-dialog.tsx';
import type { OverlayProps } from './use-overlay.ts';

/** Makes a service token over whatever screen it is. */
export const NewToken = ({ isOpen, onClose }: OverlayProps) => (
  <CreateTokenDialog isOpen={isOpen} onClose={() => onClose({ isLeft: false })} />
);
