import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react';
import { navigate, useLocation } from './router.ts';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly ref?: Ref<HTMLAnchorElement>;
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link to a page of this app; a real link, so that it can be opened in a new tab. */
export const Link = ({ href, onClick, ...others }: Props) => {
  const { pathname } = useLocation();
  return (
    <a
      href={href}
      aria-current={pathname === href ? 'page' : undefined}
      {...others}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        navigate(href);
      }}
    />
  );
};
