import { isProblem } from '@codemetrics/client';
import { LockedNotice } from '../session/locked-notice.tsx';
import { fieldError } from '../elements/describe-error.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';

interface Props {
  readonly error: Error;
  /** When it failed, in milliseconds since 1970. */
  readonly failedAt: number;
}

/** Why the password was not changed, unless a field says it already. */
export const ChangePasswordFailure = ({ error, failedAt }: Props) => {
  if (isProblem(error, 'sign-in-locked'))
    return <LockedNotice until={failedAt + (error.retryAfterSeconds ?? 60) * 1000} />;
  if (isProblem(error, 'sign-in-failed') || fieldError(error, 'newPassword')) return null;
  return <ErrorNotice title="The password was not changed" error={error} />;
};
