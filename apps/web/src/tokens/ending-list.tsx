import { Table } from '@mantine/core';
import { formatCalendarDate } from '../elements/format-time.ts';
import { TimeStamp } from '../elements/time-stamp.tsx';
import type { Ending } from './endings.ts';
import { SubjectText } from './subject-text.tsx';
import { TokenSubject } from './token-subject.tsx';
import { TokenUse } from './token-use.tsx';

interface Props {
  readonly endings: readonly Ending[];
  /** The day stands above already. */
  readonly isOneDay?: boolean;
}

/** The days on which tokens end, each with its tokens. */
export const EndingList = ({ endings, isOneDay = false }: Props) => (
  <Table verticalSpacing="xs">
    <Table.Caption className="visually-hidden">When tokens end</Table.Caption>
    <Table.Thead>
      <Table.Tr>
        {!isOneDay && <Table.Th scope="col">Day</Table.Th>}
        <Table.Th scope="col">Token</Table.Th>
        <Table.Th scope="col" visibleFrom="sm">
          Made by
        </Table.Th>
        <Table.Th scope="col" visibleFrom="sm">
          Last used
        </Table.Th>
        <Table.Th scope="col">Ends</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {endings.flatMap(({ day, tokens }) =>
        tokens.map((token, place) => (
          <Table.Tr key={token.tokenId}>
            {!isOneDay && place === 0 && (
              <Table.Th scope="rowgroup" rowSpan={tokens.length} style={{ verticalAlign: 'top' }}>
                {formatCalendarDate(day)}
              </Table.Th>
            )}
            <Table.Td>
              <TokenSubject token={token} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <SubjectText text={token.createdBy} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <TokenUse token={token} />
            </Table.Td>
            <Table.Td>
              <TimeStamp at={token.expires} as="relative" />
            </Table.Td>
          </Table.Tr>
        )),
      )}
    </Table.Tbody>
  </Table>
);
