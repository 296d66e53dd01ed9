import { useState } from 'react';
import { Button, FileButton, Group, Stack, Switch, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../elements/icon.tsx';
import { Page } from '../../elements/page.tsx';
import { Panel } from '../../elements/panel.tsx';
import { FormFailure } from '../shared/form-failure.tsx';
import { saveFile } from '../shared/save-file.ts';
import { Difference } from './difference.tsx';
import { useDryRun, useWorkloads } from './use-workloads.ts';
import { parseFile, toFile } from './workload-file.ts';

const MOST_BYTES = 5 * 1024 * 1024;

/** Applies a file of the whole set: first it is shown what would become different. */
export const WorkloadsFilePage = () => {
  const { data: present, refetch } = useWorkloads();
  const [text, setText] = useState('');
  const [prune, setPrune] = useState(false);
  const [complaint, setComplaint] = useState<string>();
  const [fileKey, setFileKey] = useState(0);
  const dryRun = useDryRun();
  const change = (next: string): void => {
    setText(next);
    setComplaint(undefined);
    dryRun.reset();
  };
  const read = async (file: File | null): Promise<void> => {
    // A new field takes the same file once more after it was changed on disk.
    setFileKey((key) => key + 1);
    if (!file) return;
    if (file.size > MOST_BYTES) setComplaint('The file is larger than 5 MB.');
    else change(await file.text());
  };
  const compare = async (): Promise<void> => {
    const parsed = parseFile(text);
    if ('complaint' in parsed) return setComplaint(parsed.complaint);
    setComplaint(undefined);
    // What it is compared with is what stands now, not what stood when the page was opened.
    await refetch();
    dryRun.mutate({ workloads: [...parsed.workloads], prune });
  };
  return (
    <Page
      title="Apply a file of workloads"
      description={
        <Link to="/administration/$section" params={{ section: 'workloads' }}>
          All workloads
        </Link>
      }
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          disabled={!present}
          onClick={() => present && saveFile('workloads.json', toFile(present))}
        >
          Download the present set
        </Button>
      }
    >
      <Panel
        title="1. The file"
        description='JSON: {"workloads": […]}, as the download has it. Keep it in git, and apply it here or by PUT /api/workloads.'
      >
        <Stack align="flex-start">
          <FileButton key={fileKey} accept="application/json,.json" onChange={(file) => void read(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<Icon name="inbox" size={16} />}>
                Choose a file
              </Button>
            )}
          </FileButton>
          <Textarea
            label="Or paste it"
            w="100%"
            autosize
            minRows={6}
            maxRows={18}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.8125rem' } }}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
            error={complaint}
          />
          <Switch
            label="Delete workloads that the file does not have"
            description="With all their data. Otherwise they stay as they are"
            checked={prune}
            onChange={(event) => {
              setPrune(event.currentTarget.checked);
              dryRun.reset();
            }}
          />
          <Group>
            <Button disabled={text.trim() === ''} loading={dryRun.isPending} onClick={() => void compare()}>
              Show what would change
            </Button>
            <Text size="sm" c="dimmed">
              Nothing is written yet.
            </Text>
          </Group>
        </Stack>
      </Panel>
      <FormFailure title="The file was refused" error={dryRun.error} fields={[]} />
      {dryRun.data && dryRun.variables && present && (
        <Difference
          result={dryRun.data}
          input={dryRun.variables}
          present={present}
          onApplied={() => change('')}
        />
      )}
      {!dryRun.data && !dryRun.error && (
        <Panel title="2. The difference" description="It stands here before anything is applied.">
          {null}
        </Panel>
      )}
    </Page>
  );
};
