import { Code } from '@mantine/core';

/** A definition of the catalogue; what stands `between ticks` in it is set as code. */
export const DefinitionText = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <Code key={index}>{part}</Code> : part))}</>
);
