import { isAccepted } from '../../http/answer.ts';
import type { Ask } from '../../http/answer.ts';
import type { Actions } from '../../load/actions.ts';
import type { Callers } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';

/** Every way in which people and programs put a secret where it doesn't belong. */
const misuses = (token: string, password: string): Ask[] => [
  { method: 'GET', path: `/api/session?token=${token}` },
  { method: 'GET', path: `/api/session?access_token=${token}&password=${encodeURIComponent(password)}` },
  { method: 'GET', path: `/api/tokens/${token}/usage`, token },
  { method: 'DELETE', path: `/api/tokens/${token.slice(-43)}`, token },
  { method: 'GET', path: `/api/nothing/${token}` },
  {
    method: 'GET',
    path: `/trpc/session.get?input=${encodeURIComponent(JSON.stringify({ token, password }))}`,
  },
  { method: 'GET', path: '/api/session', token: `${token}x` },
  { method: 'GET', path: '/api/session', token: token.slice(0, -3) },
  { method: 'GET', path: '/api/session', headers: { authorization: `Basic ${token}` } },
  { method: 'GET', path: '/api/session', headers: { cookie: `session=${token}; ${token}` } },
  { method: 'POST', path: '/api/session', json: { username: 'admin', password, token } },
  { method: 'POST', path: '/api/session', json: { username: 'admin', password: [password] } },
  { method: 'POST', path: '/api/session', json: { username: 'nobody', password } },
  {
    method: 'PUT',
    path: '/api/session/password',
    token,
    json: { currentPassword: password, newPassword: password },
  },
  { method: 'POST', path: '/api/users', token, json: { username: 'x', password: { password } } },
  { method: 'PUT', path: '/api/sources/github', token, json: { secret: [password] } },
  { method: 'PUT', path: `/api/sources/${encodeURIComponent(password)}`, token, json: { secret: password } },
  { method: 'POST', path: '/api/pipeline/runs', token, json: { runs: [{ token, password }] } },
  { method: 'GET', path: '/metrics', token },
  { method: 'GET', path: `/assets/${token}.js` },
];

/** What may be read, and must hold no secret: everything but the answers that give one. */
const LISTS = [
  ...['/api/tokens?include=inactive', '/api/users', '/api/audit?limit=500', '/api/sources', '/api/keys'],
  ...['/api/system/config', '/api/session', '/api/notice-webhooks', '/api/openapi.json', '/metrics'],
];

/** Puts secrets in wrong places, and reads every list; what holds a secret is noted as a leak. */
export const misuse = async (
  ground: Ground,
  actions: Actions,
  url: string,
  { session }: Callers,
): Promise<number> => {
  const token = await actions.createToken(url, session);
  if (token === undefined) throw new Error('no token was given');
  const password = ground.secrets.password();
  await actions.configureSource(url, session);
  const webhook = await ground.send(url, {
    ...{ method: 'POST', path: '/api/notice-webhooks', token: session.token },
    json: { url: 'https://hooks.invalid/faults' },
  });
  const secret = /"secret":"(whsec_[^"]+)"/.exec(webhook.text)?.[1];
  if (secret !== undefined) ground.secrets.keep('webhook secret', secret);
  const asks = misuses(token.token, password);
  for (const ask of asks) {
    const answer = await ground.send(url, ask);
    if (answer.status >= 500)
      ground.report.expect(
        'misuse is refused, not failed at',
        false,
        `${ask.method} ${ask.path.slice(0, 30)}: ${answer.status}`,
      );
  }
  for (const path of LISTS) {
    const answer = await ground.send(url, { method: 'GET', path, token: session.token });
    if (isAccepted(answer))
      for (const kind of ground.secrets.find(answer.text))
        ground.leaks.push(`${kind} in the answer to GET ${path}`);
  }
  return asks.length;
};
