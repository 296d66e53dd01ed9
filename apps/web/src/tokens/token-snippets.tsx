import { Tabs, Text } from '@mantine/core';
import { CodeSnippet } from '../elements/code-snippet.tsx';
import { snippetsOf } from './snippets.ts';
import classes from './token-snippets.module.css';

/** How to put a new token to use, by the kind of program. */
export const TokenSnippets = ({ accessToken }: { accessToken: string }) => (
  <Tabs defaultValue="curl" keepMounted={false}>
    <Tabs.List aria-label="Ways to use the token" className={classes.list}>
      {snippetsOf(location.origin, accessToken).map(({ id, label }) => (
        <Tabs.Tab key={id} value={id}>
          {label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    {snippetsOf(location.origin, accessToken).map(({ id, label, code, hint }) => (
      <Tabs.Panel key={id} value={id} pt="sm">
        <Text size="sm" c="dimmed" mb="xs">
          {hint}
        </Text>
        <CodeSnippet what={`the snippet for ${label}`} code={code} />
      </Tabs.Panel>
    ))}
  </Tabs>
);
