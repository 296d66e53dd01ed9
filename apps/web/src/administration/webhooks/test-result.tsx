import { Alert } from '@mantine/core';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import type { useTestWebhook } from './use-webhooks.ts';

interface Props {
  readonly test: ReturnType<typeof useTestWebhook>;
  readonly url: string;
}

/** What an endpoint answered to a test. */
export const TestResult = ({ test, url }: Props) => {
  if (test.error) return <ErrorNotice title="The test was not sent" error={test.error} />;
  if (!test.data) return null;
  const { delivered, status, failure } = test.data;
  const answer = status === null ? 'It gave no answer.' : `It answered ${status}.`;
  return (
    <Alert
      color={delivered ? 'teal' : 'red'}
      role="status"
      icon={<Icon name={delivered ? 'check' : 'warning'} />}
      title={delivered ? 'The test arrived' : 'The test did not arrive'}
      withCloseButton
      closeButtonLabel="Close"
      onClose={() => test.reset()}
      style={{ overflowWrap: 'anywhere' }}
    >
      <bdi>{url}</bdi>: {answer} {failure}
    </Alert>
  );
};
