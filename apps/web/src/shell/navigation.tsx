import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import classes from './navigation.module.css';

const ITEMS = [
  { href: '/', label: 'Overview' },
  { href: '/tokens', label: 'Service tokens' },
];

interface Props {
  readonly isVertical?: boolean;
  readonly onChoose?: () => void;
}

/** The screens, and the API's documents, which are pages of their own. */
export const Navigation = ({ isVertical = false, onChoose }: Props) => (
  <nav aria-label="Main" className={isVertical ? classes.vertical : classes.horizontal}>
    {ITEMS.map(({ href, label }) => (
      <Link key={href} href={href} className={classes.item} onClick={onChoose}>
        {label}
      </Link>
    ))}
    <a href="/docs" className={classes.item}>
      API documents <Icon name="external" size={14} />
    </a>
  </nav>
);
