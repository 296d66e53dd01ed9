import type { IconName } from '../../elements/icon.tsx';

/** The groups of the palette, in their order. */
export const GROUPS = ['Runs', 'Screens', 'Workloads', 'Metrics', 'Actions'] as const;

/** One thing that the palette leads to or does. */
export interface PaletteEntry {
  /** Unique among all. */
  readonly id: string;
  readonly group: (typeof GROUPS)[number];
  readonly label: string;
  /** A second, smaller line. */
  readonly detail?: string;
  readonly icon: IconName;
  /** Words by which someone may look for it. */
  readonly keywords: string;
  readonly choose: () => void;
}
