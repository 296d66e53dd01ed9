import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { ParameterSchema } from '../state/parameters.ts';

interface Props {
  readonly schema: ParameterSchema;
  /** Of whose parameter it is, to name the field in full. */
  readonly metric: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const words = (name: string): string =>
  name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replace(/^./, (letter) => letter.toUpperCase());

/** A parameter of a metric, by what its JSON Schema says of it. */
export const ParameterField = ({ schema, metric, value, onChange }: Props) => {
  const label = words(schema.name);
  const current = value ?? schema.default;
  const shared = { size: 'xs' as const, 'aria-label': `${label} of ${metric}` };
  if (schema.options)
    return (
      <Select
        {...shared}
        w={150}
        data={schema.options.map((option) => ({ value: option, label: `${label}: ${option}` }))}
        value={typeof current === 'string' ? current : null}
        onChange={(chosen) => onChange(chosen ?? undefined)}
        allowDeselect={false}
        comboboxProps={{ shadow: 'md' }}
      />
    );
  if (schema.type === 'boolean')
    return (
      <Checkbox
        {...shared}
        label={label}
        checked={current === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (schema.type === 'string')
    return (
      <TextInput
        {...shared}
        placeholder={label}
        key={String(current)}
        defaultValue={typeof current === 'string' ? current : ''}
        onBlur={(event) => onChange(event.currentTarget.value || undefined)}
      />
    );
  return (
    <NumberInput
      {...shared}
      w={130}
      prefix={`${label}: `}
      min={schema.minimum ?? -Infinity}
      max={schema.maximum ?? Infinity}
      allowDecimal={schema.type !== 'integer'}
      clampBehavior="blur"
      key={String(current)}
      defaultValue={typeof current === 'number' ? current : ''}
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value.replace(`${label}: `, ''));
        if (typed !== current) onChange(Number.isFinite(typed) ? typed : undefined);
      }}
    />
  );
};
