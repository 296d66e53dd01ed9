import { fit } from '../../fit-text.ts';

const TYPE = /^(dev\.cdevents\.[a-z]+\.[a-z]+)(?:\.v?\d.*)?$/i;

/** `dev.cdevents.pipelinerun.finished` of that type in any version; another type as it is; null where there is none. */
export const eventName = (type: unknown): string | null => {
  if (typeof type !== 'string') return null;
  const name = fit(type, 200);
  return fit(TYPE.exec(name ?? '')?.[1]?.toLowerCase() ?? name, 100);
};
