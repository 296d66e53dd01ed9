import type { IconName } from '../elements/icon.tsx';
import type { OutputOf } from '@codemetrics/client';

/** A run as a listing has it. */
export type Run = OutputOf<'pipelineRuns', 'list'>['runs'][number];

type Outcome = Pick<Run, 'status' | 'conclusion'>;

/** How a run stands, as a word, a drawing and a tone. */
export interface OutcomeLook {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: 'good' | 'bad' | 'warning' | 'active' | 'quiet';
}

/** In the order in which a person may choose them. */
export const CONCLUSIONS = ['success', 'failure', 'timed-out', 'cancelled', 'skipped', 'neutral'] as const;
export const STATUSES = ['queued', 'running', 'completed'] as const;

const LOOKS: Readonly<Record<NonNullable<Run['conclusion']> | Run['status'], OutcomeLook>> = {
  success: { word: 'Success', icon: 'circle-check', tone: 'good' },
  failure: { word: 'Failure', icon: 'circle-cross', tone: 'bad' },
  'timed-out': { word: 'Timed out', icon: 'clock', tone: 'warning' },
  cancelled: { word: 'Cancelled', icon: 'circle-slash', tone: 'quiet' },
  skipped: { word: 'Skipped', icon: 'skip', tone: 'quiet' },
  neutral: { word: 'Neutral', icon: 'circle-minus', tone: 'quiet' },
  queued: { word: 'Queued', icon: 'circle-dots', tone: 'quiet' },
  running: { word: 'Running', icon: 'circle-play', tone: 'active' },
  completed: { word: 'Completed', icon: 'circle-check', tone: 'quiet' },
};

/** A conclusion or a status as a word. */
export const wordOf = (name: keyof typeof LOOKS): string => LOOKS[name].word;

export const outcomeLook = ({ status, conclusion }: Outcome): OutcomeLook => LOOKS[conclusion ?? status];
