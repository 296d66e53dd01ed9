import { mapChecked } from '../map-checked.ts';
import { gitlabSource } from './index.ts';

export const SHA = 'a'.repeat(40);

export const project = {
  path_with_namespace: 'acme/web/shop',
  default_branch: 'main',
  web_url: 'https://gitlab.example/acme/web/shop',
};

/** For tests: the rows of an event, checked by their contracts; undefined where it carries nothing. */
export const mapEvent = (event: string, content: object) =>
  mapChecked(gitlabSource, `${event} Hook`, content)[0];
