import { Burger } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { useSignOut } from '../session/use-sign-out.ts';
import classes from './header.module.css';
import { Logo } from './logo.tsx';
import { SearchButton } from './search-button.tsx';
import { UserMenu } from './user-menu.tsx';

interface Props {
  /** Whether the navigation is unfolded, where it has no room beside the page. */
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onSearch: () => void;
}

/** The name, the way to search, the notices and the person's own menu. */
export const Header = ({ isOpen, onToggle, onSearch }: Props) => {
  const signOut = useSignOut();
  return (
    <>
      <div className={classes.bar}>
        <Burger
          hiddenFrom="md"
          size="sm"
          opened={isOpen}
          onClick={onToggle}
          aria-label={isOpen ? 'Close the navigation' : 'Open the navigation'}
          aria-expanded={isOpen}
          aria-controls="navigation"
        />
        <Link to="/" className={classes.home} aria-label="CodeMetrics, to the overview">
          <Logo />
        </Link>
        <div className={classes.tools}>
          <SearchButton onSearch={onSearch} />
          <NoticeBell />
          <UserMenu onSignOut={() => signOut.mutate()} />
        </div>
      </div>
      {signOut.error && (
        <div className={classes.failure}>
          <ErrorNotice
            title="You are still signed in"
            error={signOut.error}
            onRetry={() => signOut.mutate()}
          />
        </div>
      )}
    </>
  );
};
