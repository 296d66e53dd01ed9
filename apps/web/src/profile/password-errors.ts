import { isProblem } from '@codemetrics/client';
import { fieldError } from '../elements/describe-error.ts';

/** What is typed into the form. */
export interface PasswordValues {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeated: string;
}

/** What is wrong, by field: what the form sees by itself once it was tried, then what the server says. */
export const passwordErrors = (
  { currentPassword, newPassword, repeated }: PasswordValues,
  isTried: boolean,
  error: unknown,
): Partial<Record<keyof PasswordValues, string>> => {
  const own = (text: string, isWrong: boolean): string | undefined => (isTried && isWrong ? text : undefined);
  return {
    currentPassword:
      own('Enter your current password', currentPassword === '') ??
      (isProblem(error, 'sign-in-failed') ? 'This is not your current password' : undefined),
    newPassword: own('Enter a new password', newPassword === '') ?? fieldError(error, 'newPassword'),
    repeated: own('The two are not the same', repeated !== newPassword),
  };
};
