import { Alert } from '@mantine/core';
import { isProblem } from '@codemetrics/client';
import { Icon } from '../../elements/icon.tsx';
import { FormFailure } from '../shared/form-failure.tsx';

interface Props {
  readonly title: string;
  readonly error: Error | null;
}

/** Why a user was not changed. */
export const UserFailure = ({ title, error }: Props) =>
  isProblem(error, 'last-administrator') ? (
    <Alert color="red" role="alert" icon={<Icon name="warning" />} title="This is the last administrator">
      Nobody could manage users any more. Make another user an administrator first.
    </Alert>
  ) : (
    <FormFailure title={title} error={error} fields={['displayName', 'role', 'workloads', 'password']} />
  );
