import { useState } from 'react';
import { Button, Menu } from '@mantine/core';
import { usePalette } from '../../charts/palette.ts';
import { copyText } from '../../elements/copy-text.ts';
import { Icon } from '../../elements/icon.tsx';
import type { StandingCharts } from '../answer/charts-view.tsx';
import type { Query } from '../state/to-query.ts';
import { asCurl, asTypeScript } from './copied-texts.ts';
import { download, downloadBlob } from './download.ts';
import { fetchCsv } from './fetch-csv.ts';

interface Props {
  readonly query: Query;
  readonly charts: StandingCharts;
}

/** The query as a command, a program or a link, and its answer as a file. */
export const ShareMenu = ({ query, charts }: Props) => {
  const [said, setSaid] = useState('');
  const { surface } = usePalette();
  const copy = async (text: string, what: string): Promise<void> =>
    setSaid((await copyText(text)) ? `${what} copied` : `${what} could not be copied`);
  const csv = (): void =>
    void fetchCsv(query).then(
      (blob) => downloadBlob('codemetrics.csv', blob),
      () => setSaid('The CSV could not be loaded; try again'),
    );
  const png = (): void => {
    for (const [title, chart] of charts)
      download(
        `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`,
        chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: surface }),
      );
  };
  return (
    <>
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
          <Menu.Item leftSection={<Icon name="download" size={14} />} onClick={csv}>
            Download CSV
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="download" size={14} />}
            onClick={png}
            disabled={charts.size === 0}
          >
            Download PNG
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
};
