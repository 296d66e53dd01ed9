import type { Ground } from './ground.ts';

/** One promise of CodeMetrics under one kind of failure. */
export interface Part {
  readonly name: string;
  readonly promise: string;
  /** It is ended after so long. */
  readonly limitMinutes: number;
  run(ground: Ground): Promise<void>;
}
