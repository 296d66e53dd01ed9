import type { IncomingMessage } from 'node:http';
import { DomainError } from '@codemetrics/contracts';

/**
 * Takes a place among those that are worked on at once, once a request has come whole; false where there is none. Until
 * then it takes none: who sends slowly must not keep others out.
 */
export type TakePlace = () => boolean;

const places = new WeakMap<IncomingMessage, TakePlace>();

/** There is no place left. */
export const overloaded = (): DomainError =>
  new DomainError('unavailable', {
    detail: 'The server has as much to do as it can. Nothing was changed; try again.',
    retryAfterSeconds: 1,
  });

/** Says how a request takes its place; the HTTP server does so for each that has a body. */
export const setPlace = (request: IncomingMessage, take: TakePlace): void => void places.set(request, take);

/** Takes the place of a request whose body has come; `unavailable` where there is none. */
export const takePlace = (request: IncomingMessage): void => {
  const take = places.get(request);
  if (take !== undefined && !take()) throw overloaded();
};
