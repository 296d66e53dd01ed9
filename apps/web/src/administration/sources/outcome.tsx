import { Badge } from '@mantine/core';
import type { KeptOutcome } from '@codemetrics/contracts';
import { Icon } from '../../elements/icon.tsx';

/** How a delivery ended, and what that means. */
export const OUTCOMES: Readonly<
  Record<
    KeptOutcome,
    {
      readonly icon: 'check' | 'inbox' | 'info' | 'warning';
      readonly color: string;
      readonly meaning: string;
    }
  >
> = {
  stored: { icon: 'check', color: 'teal', meaning: 'Its rows are with every workload that lists it.' },
  unmatched: { icon: 'inbox', color: 'orange', meaning: 'No workload lists its repository or service.' },
  ignored: { icon: 'info', color: 'gray', meaning: 'An event that is not read.' },
  failed: { icon: 'warning', color: 'red', meaning: 'It lacks what its row needs.' },
};

/** How a delivery ended. */
export const Outcome = ({ outcome }: { readonly outcome: KeptOutcome }) => (
  <Badge
    variant="outline"
    color={OUTCOMES[outcome].color}
    c="var(--mantine-color-text)"
    tt="none"
    fw={500}
    leftSection={<Icon name={OUTCOMES[outcome].icon} size={12} />}
  >
    {outcome}
  </Badge>
);
