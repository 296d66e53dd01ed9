import type { Actions, Credential } from '../../load/actions.ts';
import type { Ground } from '../../plan/ground.ts';

const FAILURES = 10;
const GUESSES = 30;
const AT_ONCE = 6;

/** Guesses one account’s password at every replica, several at once. */
export const guessPasswords = async (
  ground: Ground,
  actions: Actions,
  urls: readonly string[],
  admin: Credential,
): Promise<void> => {
  const { report, secrets } = ground;
  for (let account = 0; account < ground.scale(3, 1); account++) {
    const name = `guessed-${account}`;
    const { password } = await actions.createUser(urls[0]!, admin, name, 'viewer');
    const statuses: number[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < GUESSES) {
        const url = urls[next++ % urls.length]!;
        statuses.push((await actions.trySignIn(url, name, secrets.password())).status);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const looked = statuses.filter((status) => status === 401).length;
    const locked = statuses.filter((status) => status === 429).length;
    ground.say(`sign-in: ${looked} of ${GUESSES} guesses were looked at, ${locked} were not`);
    report.worst('guesses looked at', looked);
    report.expect('at most 10 guesses of an account are looked at', looked <= FAILURES, looked);
    report.expect('and no fewer than 9, so that a person may err', looked >= FAILURES - 1, looked);
    report.expect('the others are told to wait', looked + locked === GUESSES, statuses.join(' '));
    const right = await actions.trySignIn(urls[1]!, name, password);
    report.expect('even the right password has to wait then', right.status === 429, right.status);
  }
};
