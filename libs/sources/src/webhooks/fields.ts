import type { ActorRef, RunConclusion } from '@codemetrics/contracts';
import { z } from 'zod';
import { fit } from '../fit-text.ts';

/** Pieces of payload schemas: strict where a row needs a value, lenient everywhere else. */
export const Text = z.string().nullish();

/** An id of a provider, number or text. */
export const Id = z
  .union([z.int().min(0), z.string().trim().min(1).max(190)])
  .transform(String)
  .refine((id) => fit(id, 190) === id, { error: 'must be an id' });

const SHA = /^[0-9a-f]{7,64}$/i;

export const Sha = z
  .string()
  .regex(SHA, { error: 'must be a commit hash' })
  .transform((sha) => sha.toLowerCase());

/** A commit hash where a text is one; null for anything else, such as the name of a branch. */
export const shaOrNull = (text: string | null | undefined): string | null =>
  text && SHA.test(text) && !/^0+$/.test(text) ? text.toLowerCase() : null;

const LATEST = Date.UTC(2200, 0, 1) - 1;
const SECONDS_UP_TO = 1e11;

/** Milliseconds of an RFC 3339 time, GitLab’s `2021-04-28 21:50:00 +0200` or `… UTC`, or of seconds or ms since 1970. */
const momentOf = (value: string | number): number => {
  if (typeof value === 'number') return value < SECONDS_UP_TO ? value * 1000 : value;
  const text = value.trim();
  if (/^\d{9,16}$/.test(text)) return momentOf(Number(text));
  const [, date, time, zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  if (date === undefined) return Number.NaN;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return Date.parse(`${date}T${time!}${offset}`);
};

/** A time of a payload, however the provider writes it. */
export const Moment = z.union([z.string().max(40), z.number()]).transform((value, context) => {
  const at = momentOf(value);
  if (at >= 0 && at <= LATEST) return new Date(at);
  context.addIssue({ code: 'custom', message: 'must be a time' });
  return z.NEVER;
});

/** Who did it; null where the payload names nobody. */
export const actorOf = (name: string | null | undefined, isBot = false): ActorRef | null => {
  const fitting = fit(name, 200);
  return fitting ? { name: fitting, kind: isBot || looksLikeBot(fitting) ? 'bot' : 'user' } : null;
};

/** The names that bots go by: `renovate[bot]`, `project_12_bot_3f2a`, `group_7_bot`, `dependabot`. */
const looksLikeBot = (name: string): boolean =>
  /\[bot\]$|^(project|group)_\d+_bot|^(dependabot|renovate)(-bot)?$/i.test(name);

/** `OWNER/NAME` (or deeper) of a git address; null where it is none. Never with a credential in it. */
export const repositoryOfUrl = (url: string | null | undefined): string | null => {
  const text = (url ?? '').trim();
  const path =
    /^[a-z][a-z0-9+.-]*:\/\/[^/]*\/(.+)$/i.exec(text)?.[1] ?? /^[^/:\s]+:(?!\/\/)(.+)$/.exec(text)?.[1];
  return fit(
    (path ?? '')
      .replace(/[?#].*$/, '')
      .replace(/\.git\/*$|\/+$/, '')
      .replace(/^\/+/, ''),
    180,
  );
};

/** Looks a provider’s word up; one that is missing or new is undefined. */
export const lookUp = <Value>(
  table: Readonly<Record<string, Value>>,
  word: string | null | undefined,
): Value | undefined => {
  const key = word?.toLowerCase();
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
};

/** A run or job that has ended needs a conclusion and an end; another has neither. */
export const ended = (
  conclusion: RunConclusion | null,
  finishedAt: Date | null | undefined,
): { readonly conclusion: RunConclusion | null; readonly finishedAt: Date | null } =>
  conclusion === null ? { conclusion, finishedAt: null } : { conclusion, finishedAt: finishedAt ?? null };

/** `refs/heads/main` is `main`; a tag is null. */
export const branchOf = (ref: string | null | undefined): string | null => {
  const name = ref?.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : ref;
  return name?.startsWith('refs/') ? null : fit(name, 255);
};
