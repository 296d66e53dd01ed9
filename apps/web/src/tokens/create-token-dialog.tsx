import { useConfig } from '../api/use-config.ts';
import { Dialog } from '../elements/dialog.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { CreateTokenForm } from './create-token-form.tsx';
import { IssuedTokenView } from './issued-token-view.tsx';
import { useCreateToken } from './use-tokens.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a token, then shows its value this once. */
export const CreateTokenDialog = ({ isOpen, onClose }: Props) => {
  const create = useCreateToken();
  const { data: config, error, refetch } = useConfig();
  const close = (): void => {
    onClose();
    create.reset();
  };
  return (
    <Dialog
      title={create.data ? 'Your new token' : 'Create a service token'}
      isOpen={isOpen}
      onClose={close}
      isGuarded={create.isPending || create.isSuccess}
    >
      {create.data ? (
        <IssuedTokenView token={create.data} onDone={close} />
      ) : config ? (
        <CreateTokenForm
          config={config}
          error={create.error}
          isPending={create.isPending}
          onSubmit={(input) => create.mutate(input)}
        />
      ) : (
        error && (
          <ErrorNotice title="The form could not be loaded" error={error} onRetry={() => void refetch()} />
        )
      )}
    </Dialog>
  );
};
