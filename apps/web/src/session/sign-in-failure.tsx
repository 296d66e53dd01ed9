import { Alert } from '@mantine/core';
import { isProblem } from '@codemetrics/client';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Icon } from '../elements/icon.tsx';
import { LockedNotice } from './locked-notice.tsx';

interface Props {
  readonly error: Error;
  /** When it failed, in milliseconds since 1970. */
  readonly failedAt: number;
}

/** Why signing in did not work. */
export const SignInFailure = ({ error, failedAt }: Props) => {
  if (isProblem(error, 'sign-in-locked'))
    return <LockedNotice until={failedAt + (error.retryAfterSeconds ?? 60) * 1000} />;
  if (isProblem(error, 'sign-in-failed', 'invalid-input'))
    return (
      <Alert color="red" role="alert" icon={<Icon name="warning" />} title="User name or password is wrong">
        Check both and try again. Capital letters count in the password.
      </Alert>
    );
  return <ErrorNotice title="Signing in did not work" error={error} />;
};
