import { mapChecked } from '../map-checked.ts';
import { bitbucketSource } from './index.ts';

export const SHA = 'a'.repeat(40);

export const repository = { full_name: 'acme/shop', mainbranch: { name: 'main' } };

/** For tests: the rows of an event, checked by their contracts; undefined where it carries nothing. */
export const mapEvent = (event: string, content: object) =>
  mapChecked(bitbucketSource, event, { repository, ...content })[0];
