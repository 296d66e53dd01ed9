import { Group, NativeSelect, TextInput } from '@mantine/core';
import { lifetimesUpTo } from './lifetimes.ts';
import type { TokenDraft } from './token-draft.ts';
import { localDay, ON_A_DATE } from './token-draft.ts';

interface Props {
  readonly draft: TokenDraft;
  readonly mostSeconds: number;
  readonly onChange: (change: Partial<TokenDraft>) => void;
  readonly error: string | undefined;
}

/** How long the token is good: so many days, or to the end of a date. */
export const LifetimeField = ({ draft: { lifetime, date }, mostSeconds, onChange, error }: Props) => {
  const isDate = lifetime === ON_A_DATE;
  const now = Date.now();
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <NativeSelect
        label="Lifetime"
        data={[...lifetimesUpTo(mostSeconds), { value: ON_A_DATE, label: 'Until a date …' }]}
        value={lifetime}
        onChange={(event) => onChange({ lifetime: event.currentTarget.value })}
        error={isDate ? undefined : error}
      />
      {isDate && (
        <TextInput
          type="date"
          label="Last day"
          min={localDay(now)}
          max={localDay(now + mostSeconds * 1000)}
          value={date}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
          error={error}
        />
      )}
    </Group>
  );
};
