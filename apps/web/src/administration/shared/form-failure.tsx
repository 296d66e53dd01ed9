import { List, Stack } from '@mantine/core';
import { CodeMetricsError } from '@codemetrics/client';
import { ErrorNotice } from '../../elements/error-notice.tsx';

interface Props {
  readonly title: string;
  readonly error: Error | null;
  /** Fields that tell their own mistakes. */
  readonly fields: readonly string[];
}

/** Why a form was refused, as far as none of its fields says so itself. */
export const FormFailure = ({ title, error, fields }: Props) => {
  if (!error) return null;
  const all = error instanceof CodeMetricsError ? error.errors : [];
  const others = all.filter(
    ({ path }) => !fields.some((field) => path === field || path.startsWith(`${field}[`)),
  );
  if (all.length > 0 && others.length === 0) return null;
  return (
    <Stack gap="xs">
      <ErrorNotice title={title} error={error} />
      {others.length > 0 && (
        <List size="sm">
          {others.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>
              <code>{path}</code>: {message}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
};
