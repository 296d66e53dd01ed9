import { z } from 'zod';
import { DomainError } from '@codemetrics/contracts';
import { openSecret, sealSecret } from '@codemetrics/auth';
import type { Deps } from '../deps.ts';

/** How long a person may take at the provider. */
export const SIGN_IN_FLOW_SECONDS = 10 * 60;

const MOST_SEALED_CHARACTERS = 4096;

/** What is kept of a sign-in while the person is at the provider. */
const SignInFlow = z.strictObject({
  /** Tells it from whatever else is sealed with the same keys. */
  use: z.literal('oidc-sign-in'),
  provider: z.string(),
  state: z.string().min(32),
  nonce: z.string().min(32),
  verifier: z.string().min(43),
  redirectUri: z.url(),
  next: z.string(),
  /** Milliseconds since 1970. */
  until: z.int(),
});
export type SignInFlow = z.output<typeof SignInFlow>;

/** Seals a sign-in for the browser's cookie, so that any server of the installation can complete it. */
export const sealSignInFlow = (
  deps: Pick<Deps, 'ring' | 'now'>,
  flow: Omit<SignInFlow, 'use' | 'until'>,
): string =>
  sealSecret(
    deps.ring,
    JSON.stringify({
      ...flow,
      use: 'oidc-sign-in',
      until: deps.now().getTime() + SIGN_IN_FLOW_SECONDS * 1000,
    } satisfies SignInFlow),
  );

/** Opens what `sealSignInFlow` made; `sign-in-expired` for what is missing, altered, too old or of another provider. */
export const openSignInFlow = (
  deps: Pick<Deps, 'ring' | 'now'>,
  provider: string,
  sealed: string | undefined,
): SignInFlow => {
  if (sealed === undefined || sealed.length > MOST_SEALED_CHARACTERS)
    throw new DomainError('sign-in-expired');
  try {
    const flow = SignInFlow.parse(JSON.parse(openSecret(deps.ring, sealed)));
    if (flow.provider === provider && flow.until > deps.now().getTime()) return flow;
  } catch (cause) {
    throw new DomainError('sign-in-expired', { cause });
  }
  throw new DomainError('sign-in-expired');
};
