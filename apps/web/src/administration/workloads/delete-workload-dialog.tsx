import { Text } from '@mantine/core';
import type { Workload } from '@codemetrics/contracts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { useDeleteWorkload } from './use-workloads.ts';

interface Props {
  readonly workload: Workload;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Deletes a workload with all its data. */
export const DeleteWorkloadDialog = ({ workload: { id, name }, isOpen, onClose }: Props) => {
  const remove = useDeleteWorkload();
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      isOpen={isOpen}
      onClose={onClose}
      change={remove}
      action="Delete workload"
      failure="The workload was not deleted"
      typed={id}
      onConfirm={() => remove.mutate({ id }, { onSuccess: onClose })}
    >
      <Text>
        All its data goes with it: runs, deployments, incidents, changes, commits, reports. Deliveries of
        webhooks are kept, and can be replayed for another workload.
      </Text>
      <Text>This can’t be undone.</Text>
    </ConfirmDialog>
  );
};
