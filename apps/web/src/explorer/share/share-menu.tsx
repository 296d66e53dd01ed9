import { Button, Menu, Text } from '@mantine/core';
import { usePalette } from '../../charts/palette.ts';
import { copyText } from '../../elements/copy-text.ts';
import { Icon } from '../../elements/icon.tsx';
import type { StandingCharts } from '../answer/standing-charts.ts';
import type { View } from '../state/explorer-state.ts';
import type { Query } from '../state/to-query.ts';
import { asCurl, asTypeScript } from './copied-texts.ts';
import { downloadBlob } from './download-blob.ts';
import { fetchCsv } from './fetch-csv.ts';
import { pictureOf } from './picture-of.ts';
import { useSaid } from './use-said.ts';

interface Props {
  readonly query: Query;
  readonly view: View;
  readonly charts: StandingCharts;
}

/** The query as a command, a program or a link, and its answer as a file. */
export const ShareMenu = ({ query, view, charts }: Props) => {
  const palette = usePalette();
  const { said, say, complain } = useSaid();
  const { start, end } = query.dateRange;
  const name = `codemetrics-${start}-${end}`;
  const copy = async (text: string, what: string): Promise<void> => {
    if (await copyText(text)) say(`${what} copied`);
    else complain(`${what} could not be copied`, new Error('The browser doesn’t allow it.'));
  };
  const save = (file: string, what: string, make: () => Promise<Blob>): void =>
    void make().then(
      (blob) => downloadBlob(file, blob),
      (error: unknown) => complain(`${what} could not be made`, error),
    );
  return (
    <>
      <Text size="sm" role="status" c={said?.isFailure ? 'var(--app-worse)' : 'dimmed'}>
        {said?.text ?? ''}
      </Text>
      <Menu position="bottom-end" width={220} shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Icon name="share" size={16} />}
            rightSection={<Icon name="chevron-down" size={14} />}
          >
            Share
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void copy(location.href, 'Link')}>Copy the link</Menu.Item>
          <Menu.Item onClick={() => void copy(asCurl(query, location.origin), 'Command')}>
            Copy as curl
          </Menu.Item>
          <Menu.Item onClick={() => void copy(asTypeScript(query, location.origin), 'Program')}>
            Copy as TypeScript
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon name="download" size={14} />}
            onClick={() => save(`${name}.csv`, 'The CSV', () => fetchCsv(query))}
          >
            Download CSV
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="download" size={14} />}
            onClick={() =>
              save(`${name}.png`, 'The picture', () => pictureOf(charts, { start, end }, palette))
            }
            disabled={view === 'table'}
          >
            Download PNG
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
};
