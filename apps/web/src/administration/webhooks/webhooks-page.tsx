import { Button, Group, Skeleton, Text } from '@mantine/core';
import type { NoticeWebhook } from '@codemetrics/contracts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { Panel } from '../../elements/panel.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import type { Column } from '../shared/record-list.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { RowMenu } from '../shared/row-menu.tsx';
import { useChosen } from '../shared/use-chosen.ts';
import { CreateWebhookDialog } from './create-webhook-dialog.tsx';
import { TestResult } from './test-result.tsx';
import { useDeleteWebhook, useTestWebhook, useWebhooks } from './use-webhooks.ts';
import { WebhookState } from './webhook-state.tsx';

const COLUMNS: readonly [Column<NoticeWebhook>, ...Column<NoticeWebhook>[]] = [
  { label: 'Address', cell: ({ url }) => <bdi>{url}</bdi> },
  { label: 'State', cell: (webhook) => <WebhookState webhook={webhook} /> },
  { label: 'Delivered', cell: ({ deliveries }) => deliveries.delivered.toLocaleString(), isNumber: true },
  { label: 'Waiting', cell: ({ deliveries }) => deliveries.waiting.toLocaleString(), isNumber: true },
  { label: 'Given up', cell: ({ deliveries }) => deliveries.givenUp.toLocaleString(), isNumber: true },
  {
    label: 'Created',
    cell: ({ created, createdBy }) => (
      <>
        <TimeStamp at={created} as="date" />
        <Text size="xs" c="dimmed">
          by {createdBy ?? 'a deleted user'}
        </Text>
      </>
    ),
  },
];

/** The endpoints that notices are sent to. */
export const WebhooksPage = () => {
  const { data, error, refetch } = useWebhooks();
  const { open, chosen, choose, close } = useChosen<'create' | 'delete' | 'test', NoticeWebhook>();
  const remove = useDeleteWebhook();
  const test = useTestWebhook();
  const send = (webhook: NoticeWebhook): void => {
    choose('test', webhook);
    test.mutate({ webhookId: webhook.webhookId });
  };
  return (
    <Page
      title="Notice webhooks"
      description="Every notice, such as a token that is about to expire, is also sent to these endpoints."
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => choose('create')}>
          Create webhook
        </Button>
      }
    >
      {error && (
        <ErrorNotice title="The webhooks could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {chosen && <TestResult test={test} url={chosen.url} />}
      {!data && !error && <Skeleton height={160} role="status" aria-label="Loading the webhooks" />}
      {data?.webhooks.length === 0 && (
        <Panel title="No notice webhooks yet">
          <Text maw="44rem">
            Create one to hear of expiring and unused tokens in your chat or pager. A receiver has to take a
            POST with JSON and answer 2xx.
          </Text>
        </Panel>
      )}
      {data && data.webhooks.length > 0 && (
        <RecordList
          label="Notice webhooks"
          rows={data.webhooks}
          columns={COLUMNS}
          rowKey={({ webhookId }) => webhookId}
          actions={(webhook) => (
            <Group gap={4} wrap="nowrap" justify="flex-end">
              <RowMenu
                of={webhook.url}
                actions={[
                  { label: 'Send a test', icon: 'bell', onChoose: () => send(webhook) },
                  {
                    label: 'Delete …',
                    icon: 'trash',
                    isDangerous: true,
                    onChoose: () => choose('delete', webhook),
                  },
                ]}
              />
            </Group>
          )}
        />
      )}
      <CreateWebhookDialog isOpen={open === 'create'} onClose={close} />
      {chosen && (
        <ConfirmDialog
          title="Delete this webhook?"
          isOpen={open === 'delete'}
          onClose={close}
          change={remove}
          action="Delete webhook"
          failure="The webhook was not deleted"
          onConfirm={() => remove.mutate({ webhookId: chosen.webhookId }, { onSuccess: close })}
        >
          <Text style={{ overflowWrap: 'anywhere' }}>
            <bdi>{chosen.url}</bdi> gets no more notices, those that wait included.
          </Text>
        </ConfirmDialog>
      )}
    </Page>
  );
};
