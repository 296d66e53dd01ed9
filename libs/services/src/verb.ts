import type { z } from 'zod';
import type { Operations } from '@codemetrics/contracts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';

type Contract<G extends keyof Operations, V extends keyof Operations[G]> = Operations[G][V] extends {
  input: infer I extends z.ZodType;
  output: infer O extends z.ZodType;
}
  ? { input: z.output<I>; output: z.input<O> }
  : never;

export type VerbInput<G extends keyof Operations, V extends keyof Operations[G]> = Contract<G, V>['input'];
export type VerbOutput<G extends keyof Operations, V extends keyof Operations[G]> = Contract<G, V>['output'];

/** What does an operation: the caller is known and permitted, the input has been parsed by the contract. */
export type Verb<G extends keyof Operations, V extends keyof Operations[G]> = (
  deps: Deps,
  actor: Actor,
  input: VerbInput<G, V>,
) => Promise<VerbOutput<G, V>>;
