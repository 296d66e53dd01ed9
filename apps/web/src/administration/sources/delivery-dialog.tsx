import { Skeleton } from '@mantine/core';
import type { SourceId } from '@codemetrics/contracts';
import { Dialog } from '../../elements/dialog.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { RawDeliveryView } from './raw-delivery-view.tsx';
import { useDelivery } from './use-sources.ts';

interface Props {
  readonly source: SourceId;
  /** The one that is looked at; undefined: none. */
  readonly deliveryId: string | undefined;
  readonly onClose: () => void;
}

const Loaded = ({ source, deliveryId }: { readonly source: SourceId; readonly deliveryId: string }) => {
  const { data, error, refetch } = useDelivery(source, deliveryId);
  if (error)
    return (
      <ErrorNotice title="The delivery could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  if (!data) return <Skeleton height={320} role="status" aria-label="Loading the delivery" />;
  return <RawDeliveryView source={source} delivery={data} />;
};

/** One delivery as it came. */
export const DeliveryDialog = ({ source, deliveryId, onClose }: Props) => (
  <Dialog title="Delivery" isOpen={deliveryId !== undefined} onClose={onClose}>
    {deliveryId !== undefined && <Loaded source={source} deliveryId={deliveryId} />}
  </Dialog>
);
