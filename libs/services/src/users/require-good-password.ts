import { DomainError } from '@codemetrics/contracts';
import { checkPasswordPolicy } from '@codemetrics/auth';

/** Refuses a password that is easily guessed, saying why. */
export const requireGoodPassword = (password: string, username: string, path: string): void => {
  const problems = checkPasswordPolicy(password, { username });
  if (problems.length > 0)
    throw new DomainError('invalid-input', {
      detail: `${path}: ${problems.join('; ')}`,
      errors: problems.map((message) => ({ path, message })),
    });
};
