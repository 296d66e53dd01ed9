import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { invalidInput, line, Role, WorkloadId } from '@codemetrics/contracts';
import type { IdentityProvider } from '@codemetrics/services';
import { isLoopback } from './is-loopback.ts';

const issuerUrl = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '' || /[?#]/.test(value)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
};

const Secret = z.string().min(1).max(2000);
const Claim = line(200);

const Settings = z
  .array(
    z
      .strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,50}$/, {
          error: 'must be 1 to 50 lower-case letters, digits or dashes',
        }),
        name: line(100),
        issuer: z.string().refine(issuerUrl, {
          error: 'must be an https URL without query (http only on loopback)',
        }),
        clientId: line(500),
        clientSecret: Secret.optional(),
        clientSecretFile: z.string().min(1).optional(),
        clientAuthentication: z.enum(['basic', 'post']).optional(),
        scopes: line(500)
          .refine((value) => value.split(' ').includes('openid'), { error: 'must hold openid' })
          .default('openid profile email'),
        usernameClaim: Claim.default('preferred_username'),
        displayNameClaim: Claim.default('name'),
        groupsClaim: Claim.default('groups'),
        roles: z
          .array(
            z.strictObject({
              group: z.string().min(1).max(500),
              role: Role,
              workloads: z.array(WorkloadId).max(1000).nullable().default(null),
            }),
          )
          .max(1000)
          .default([]),
        defaultRole: Role.nullable().default(null),
        sync: z.boolean().default(true),
      })
      .refine((one) => (one.clientSecret === undefined) !== (one.clientSecretFile === undefined), {
        path: ['clientSecret'],
        error: 'set either this or clientSecretFile',
      })
      .refine((one) => one.roles.length > 0 || one.defaultRole !== null, {
        path: ['roles'],
        error: 'without a role or a defaultRole nobody could sign in',
      }),
  )
  .max(20)
  .superRefine((all, context) => {
    for (const [index, { id }] of all.entries())
      if (all.findIndex((one) => one.id === id) < index)
        context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is used twice' });
  });

const secretOf = (path: string, where: string): string => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${where}: can’t be read (${(error as { code?: string }).code ?? 'unknown'})`, {
      cause: error,
    });
  }
  const secret = Secret.safeParse(text.replace(/\r?\n$/, ''));
  if (!secret.success) throw new Error(`${where}: the file holds no secret of 1 to 2000 characters`);
  return secret.data;
};

/** The text is never part of a message: it holds secrets. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('must be a JSON array of providers');
  }
};

/**
 * The identity providers that people sign in through, from a JSON array as text.
 * @throws Error whose message names the wrong field, such as `[0].issuer: …`, and shows no value
 */
export const readIdentityProviders = (text: string): IdentityProvider[] => {
  const read = Settings.safeParse(jsonOf(text));
  if (!read.success) throw new Error(invalidInput(read.error).detail);
  return read.data.map(({ clientSecretFile, clientSecret, clientAuthentication, ...provider }, index) => ({
    ...provider,
    clientAuthentication,
    clientSecret: clientSecret ?? secretOf(clientSecretFile!, `[${index}].clientSecretFile`),
  }));
};
