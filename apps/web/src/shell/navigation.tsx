import { Link } from '@tanstack/react-router';
import { Icon } from '../elements/icon.tsx';
import { useSession } from '../session/use-session.ts';
import classes from './navigation.module.css';
import type { PageLink } from './pages.ts';
import { ADMINISTRATION, allowed, PAGES } from './pages.ts';

interface Props {
  readonly onChoose: () => void;
}

const Items = ({ pages, onChoose }: Props & { pages: readonly PageLink[] }) => (
  <ul className={classes.list}>
    {pages.map(({ to, label, icon }) => (
      <li key={to}>
        <Link to={to} activeOptions={{ exact: to === '/' }} className={classes.item} onClick={onChoose}>
          <Icon name={icon} /> {label}
        </Link>
      </li>
    ))}
  </ul>
);

/** The screens that the person may use, and the API's documents, which are pages of their own. */
export const Navigation = ({ onChoose }: Props) => {
  const { scopes } = useSession();
  const administration = allowed(ADMINISTRATION, scopes);
  return (
    <nav aria-label="Main" className={classes.navigation}>
      <Items pages={allowed(PAGES, scopes)} onChoose={onChoose} />
      {administration.length > 0 && (
        <section aria-labelledby="administration">
          <h2 id="administration" className={classes.title}>
            Administration
          </h2>
          <Items pages={administration} onChoose={onChoose} />
        </section>
      )}
      <a href="/docs" className={classes.item}>
        <Icon name="book" /> API documents <Icon name="external" size={14} />
      </a>
    </nav>
  );
};
