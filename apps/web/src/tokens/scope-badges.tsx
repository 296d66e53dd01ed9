import { Badge, Group } from '@mantine/core';
import type { Scope } from '@codemetrics/contracts';

interface Props {
  readonly scopes: readonly Scope[];
  /** So many are shown, the others are a number; all where left out. */
  readonly most?: number;
}

/** What a token may do. A reader hears all of it, however many are shown. */
export const ScopeBadges = ({ scopes, most = scopes.length }: Props) => {
  const shown = scopes.length > most ? scopes.slice(0, most - 1) : scopes;
  const others = scopes.slice(shown.length);
  return (
    <Group gap={4}>
      {shown.map((scope) => (
        <Badge key={scope} variant="default" size="sm" tt="none" fw={500}>
          {scope}
        </Badge>
      ))}
      {others.length > 0 && (
        <Badge variant="default" size="sm" tt="none" fw={500} title={others.join(', ')}>
          <span aria-hidden>+{others.length}</span>
          <span className="visually-hidden">{others.join(', ')}</span>
        </Badge>
      )}
    </Group>
  );
};
