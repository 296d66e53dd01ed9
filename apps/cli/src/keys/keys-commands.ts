import { Command, Option } from 'commander';
import { UsageError } from '../cli-error.ts';

/** What every `keys` command takes. */
export interface KeysOptions {
  readonly url?: string;
  readonly json?: boolean;
}

/** What the command line asks of `keys rotate`. */
export interface KeysRotateOptions extends KeysOptions {
  readonly alg?: 'HS256' | 'EdDSA';
  readonly kid?: string;
}

/** What the commands do. */
export interface KeysActions {
  readonly keysList: (options: KeysOptions) => Promise<void>;
  readonly keysRotate: (options: KeysRotateOptions) => Promise<void>;
  readonly keysEnd: (kid: string, options: KeysOptions) => Promise<void>;
}

const HELP =
  '\nTakes the session token of an administrator (POST /api/session); a service token can’t hold keys:manage.\n';

/** `codemetrics keys …`. */
export const keysCommands = (actions: KeysActions): Command => {
  const keys = new Command('keys').description('the keys that tokens are signed with').exitOverride();
  const common = (command: Command): Command =>
    command
      .option('--url <url>', 'the server (default: http://127.0.0.1:3000)')
      .option('--json', 'answer as JSON')
      .addHelpText('after', HELP)
      .exitOverride();
  common(keys.command('list').description('list the keys, and how many tokens depend on each')).action(
    (options: KeysOptions) => actions.keysList(options),
  );
  common(
    keys
      .command('rotate')
      .description(
        'sign with another key from now on; tokens signed before stay good until their key is ended',
      )
      .addOption(new Option('--alg <alg>', 'the algorithm of the new key').choices(['HS256', 'EdDSA']))
      .option('--kid <kid>', 'take this key, which every server holds already, instead of making one'),
  ).action(async (options: KeysRotateOptions) => {
    if (options.alg !== undefined && options.kid !== undefined)
      throw new UsageError(
        '--alg and --kid exclude each other: a key that exists has its algorithm already.',
      );
    await actions.keysRotate(options);
  });
  common(
    keys
      .command('end')
      .description('end a key: every token that it signed is refused at once, on every server')
      .argument('<kid>', 'the key, as `keys list` names it'),
  ).action((kid: string, options: KeysOptions) => actions.keysEnd(kid, options));
  return keys;
};
