import { Badge } from '@mantine/core';
import type { AuditEntry } from '@codemetrics/contracts';
import { Icon } from '../../elements/icon.tsx';

const LOOKS = {
  success: { color: 'teal', icon: 'check' },
  denied: { color: 'orange', icon: 'lock' },
  failure: { color: 'red', icon: 'warning' },
} as const;

/** How what was asked for ended. */
export const AuditOutcome = ({ outcome }: { readonly outcome: AuditEntry['outcome'] }) => (
  <Badge
    variant="outline"
    color={LOOKS[outcome].color}
    c="var(--mantine-color-text)"
    tt="none"
    fw={500}
    leftSection={<Icon name={LOOKS[outcome].icon} size={12} />}
  >
    {outcome}
  </Badge>
);
