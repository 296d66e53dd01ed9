import { TagsInput } from '@mantine/core';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error: string | undefined;
}

/** As many as the server takes. */
const MOST = 50;

/** The networks that the token may be used from. */
export const NetworksField = ({ value, onChange, error }: Props) => (
  <TagsInput
    label="Allowed networks"
    description="Such as 10.0.0.0/8, 2001:db8::/32 or one address, each with Enter. None: from anywhere"
    placeholder={value.length === 0 ? '10.0.0.0/8' : undefined}
    value={[...value]}
    onChange={onChange}
    acceptValueOnBlur
    splitChars={[',', ' ', '\n']}
    maxTags={MOST}
    error={error}
    autoComplete="off"
    spellCheck={false}
  />
);
