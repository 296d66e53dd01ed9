import type { WebhookRows } from '../webhook-source.ts';
import type { Place } from './place-of.ts';
import type { CdEvent } from './schema.ts';

/** Maps the events of one kind of subject; `predicate` is what happened to it, such as `finished`. */
export type Mapper = (
  event: CdEvent,
  place: Place,
  predicate: string,
) => Omit<WebhookRows, 'repository' | 'services' | 'defaultBranch'>;
