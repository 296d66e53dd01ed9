import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';
import classes from './search-button.module.css';
import { modifierKey } from './use-shortcuts.ts';

/** Opens the palette, and shows by which keys it opens too. A phone has room for its sign alone. */
export const SearchButton = ({ onSearch }: { readonly onSearch: () => void }) => (
  <>
    <UnstyledButton
      visibleFrom="sm"
      className={classes.field}
      onClick={onSearch}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
    >
      <Icon name="search" size={16} />
      <span className={classes.text}>Search</span>
      <Kbd size="xs" aria-hidden>
        {modifierKey()} K
      </Kbd>
    </UnstyledButton>
    <ActionIcon
      hiddenFrom="sm"
      variant="default"
      size={36}
      onClick={onSearch}
      aria-label="Search"
      aria-haspopup="dialog"
    >
      <Icon name="search" />
    </ActionIcon>
  </>
);
