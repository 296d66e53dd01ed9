import { Badge } from '@mantine/core';
import type { Setting } from '@codemetrics/contracts';

const LABELS = { default: 'default', environment: 'environment', file: 'file' } as const;

/** Where a value comes from. */
export const SettingOrigin = ({ origin }: { readonly origin: Setting['origin'] }) => (
  <Badge
    variant={origin === 'default' ? 'default' : 'outline'}
    color="indigo"
    tt="none"
    fw={500}
    c="var(--mantine-color-text)"
    miw="max-content"
  >
    {LABELS[origin]}
  </Badge>
);
