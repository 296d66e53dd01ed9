import { List, Stack } from '@mantine/core';
import { CodeSnippet } from '../../elements/code-snippet.tsx';
import { CopyButton } from '../../elements/copy-button.tsx';
import { gitHubStep, gitLabJob } from '../ci-steps.ts';
import type { Sending } from '../sending.ts';
import { ReachNote } from './reach-note.tsx';

interface Props {
  readonly sending: Sending;
  /** Where the token is kept. */
  readonly secret: string;
  /** Where the snippet goes. */
  readonly place: string;
  readonly what: string;
  readonly code: string;
}

const CiWay = ({ sending, secret, place, what, code }: Props) => (
  <Stack gap="sm">
    <ReachNote />
    <List type="ordered" size="sm" spacing="xs">
      <List.Item>
        {secret} {sending.token !== null && <CopyButton value={sending.token} what="the token" isCompact />}
      </List.Item>
      <List.Item>{place}</List.Item>
    </List>
    <CodeSnippet what={what} code={code} />
  </Stack>
);

/** Coverage from a workflow of GitHub’s. */
export const GitHubWay = ({ sending }: { readonly sending: Sending }) => (
  <CiWay
    sending={sending}
    secret="In the repository, under Settings → Secrets and variables → Actions, keep the token as CODEMETRICS_TOKEN."
    place="Add this step behind the one that runs your tests, and push."
    what="the step of a workflow"
    code={gitHubStep(sending)}
  />
);

/** Coverage from a pipeline of GitLab’s. */
export const GitLabWay = ({ sending }: { readonly sending: Sending }) => (
  <CiWay
    sending={sending}
    secret="In the project, under Settings → CI/CD → Variables, keep the token as CODEMETRICS_TOKEN, masked and protected."
    place="Add the last command to the job that runs your tests, and push."
    what="the job of a pipeline"
    code={gitLabJob(sending)}
  />
);
