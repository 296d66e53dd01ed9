import { fitId } from '../fit-id.ts';

/** An id that is unique within its source, as one that is unique everywhere: always the same, at most 200 characters. */
export const stableId = (source: string, id: string): string => fitId(`${source}#${id}`);
