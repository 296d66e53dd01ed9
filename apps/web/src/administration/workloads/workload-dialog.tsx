import type { Workload } from '@codemetrics/contracts';
import { Dialog } from '../../elements/dialog.tsx';
import { useCreateWorkload, useReplaceWorkload } from './use-workloads.ts';
import { WorkloadForm } from './workload-form.tsx';

interface Props {
  /** The one that is changed; left out: a new one. */
  readonly workload?: Workload;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a workload or changes one. */
export const WorkloadDialog = ({ workload, isOpen, onClose }: Props) => {
  const create = useCreateWorkload();
  const replace = useReplaceWorkload();
  const change = workload ? replace : create;
  const close = (): void => {
    onClose();
    change.reset();
  };
  return (
    <Dialog
      title={workload ? `Change ${workload.name}` : 'Create a workload'}
      isOpen={isOpen}
      onClose={close}
      isGuarded={change.isPending}
    >
      <WorkloadForm
        workload={workload}
        error={change.error}
        isPending={change.isPending}
        onSubmit={(input) => change.mutate(input, { onSuccess: close })}
      />
    </Dialog>
  );
};
