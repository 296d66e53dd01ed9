import type { ReactNode } from 'react';
import { Fieldset, Input } from '@mantine/core';
import classes from './field-group.module.css';

interface Props {
  readonly label: string;
  readonly description: ReactNode;
  readonly children: ReactNode;
}

/** Several fields that say one thing together. */
export const FieldGroup = ({ label, description, children }: Props) => (
  <Fieldset legend={label} variant="unstyled" classNames={{ root: classes.root, legend: classes.legend }}>
    <Input.Description mb="xs">{description}</Input.Description>
    {children}
  </Fieldset>
);
