import { Drawer, Skeleton, Stack, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { useAddress } from '../elements/use-address.ts';
import { SubjectText } from './subject-text.tsx';
import { TokenActions } from './token-actions.tsx';
import { TokenChain } from './token-chain.tsx';
import { TokenFacts } from './token-facts.tsx';
import type { TokenAction, TokenRow } from './token-list.ts';
import { TokenUsageView } from './token-usage-view.tsx';

interface Props {
  readonly rows: readonly TokenRow[] | undefined;
  /** Whether these are all, the ended ones too. */
  readonly isComplete: boolean;
  readonly onAction: (action: TokenAction, token: ServiceToken) => void;
}

/** All that is known of the token that the address names. */
export const TokenDrawer = ({ rows, isComplete, onAction }: Props) => {
  const { query, change } = useAddress();
  const id = query['token'];
  const row = rows?.find(({ token }) => token.tokenId === id);
  return (
    <Drawer
      opened={id !== undefined}
      onClose={() => change({ token: undefined })}
      position="right"
      size="xl"
      title={row ? <SubjectText text={row.token.sub} /> : 'Service token'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      // Else it would be taken for a second header of the page.
      attributes={{ header: { role: 'presentation' } }}
      removeScrollProps={{ removeScrollBar: false }}
      styles={{
        title: { fontWeight: 650, fontSize: '1.125rem', lineHeight: 1.35 },
        content: { background: 'var(--app-surface)' },
        header: { background: 'var(--app-surface)', alignItems: 'flex-start' },
      }}
    >
      {row ? (
        <Stack gap="lg">
          {row.token.description !== null && (
            <Text style={{ whiteSpace: 'pre-line' }}>
              <SubjectText text={row.token.description} />
            </Text>
          )}
          <TokenActions token={row.token} onAction={onAction} isLarge />
          <TokenFacts row={row} />
          <TokenChain row={row} rows={rows ?? []} />
          <TokenUsageView tokenId={row.token.tokenId} />
        </Stack>
      ) : isComplete ? (
        <Text>There is no such token among those that you may see.</Text>
      ) : (
        <Skeleton height={320} role="status" aria-label="Loading the token" />
      )}
    </Drawer>
  );
};
