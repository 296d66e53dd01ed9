import type { MantineColorScheme } from '@mantine/core';
import { useMantineColorScheme } from '@mantine/core';
import { useConfig } from '../../api/use-config.ts';
import { copyText } from '../../elements/copy-text.ts';
import type { IconName } from '../../elements/icon.tsx';
import { useSession } from '../../session/use-session.ts';
import { useSignOut } from '../../session/use-sign-out.ts';
import { showToast } from '../status/toasts.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { sessionInfo } from './session-info.ts';

const THEMES: readonly { value: MantineColorScheme; label: string; icon: IconName }[] = [
  { value: 'light', label: 'Light colours', icon: 'sun' },
  { value: 'dark', label: 'Dark colours', icon: 'moon' },
  { value: 'auto', label: 'Colours of the system', icon: 'monitor' },
];

/** What the palette does by itself, without leading anywhere. */
export const useActions = (onOpen: (part: 'help' | 'token') => void): readonly PaletteEntry[] => {
  const session = useSession();
  const { data: config } = useConfig();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const action = (label: string, icon: IconName, keywords: string, choose: () => void): PaletteEntry => ({
    ...{ id: `action ${label}`, group: 'Actions', label, icon, keywords, choose },
  });
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(sessionInfo(session, config?.version));
    showToast(isCopied ? 'Copied, without any secret' : 'The browser did not let it be copied');
  };
  const signOutNow = (): void =>
    signOut.mutate(undefined, {
      onError: () => showToast('You are still signed in: the server can’t be reached'),
    });
  return [
    ...(session.scopes.includes('tokens:manage')
      ? [action('Create a service token', 'key', 'new api access secret', () => onOpen('token'))]
      : []),
    ...THEMES.map(({ value, label, icon }) =>
      action(label, icon, 'theme appearance colors mode', () => setColorScheme(value)),
    ),
    action('Copy session info', 'copy', 'support debug who version scopes role', () => void copy()),
    action('Keyboard shortcuts', 'info', 'help keys hotkeys', () => onOpen('help')),
    action('API documents', 'book', 'docs openapi rest reference', () => window.location.assign('/docs')),
    action('Sign out', 'sign-out', 'log out logout leave', signOutNow),
  ];
};
