import { Anchor } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';

interface Props {
  readonly url: string | null;
  /** What opens, to say it. */
  readonly label: string;
  readonly text?: string;
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

/** A way to the CI's own page, in a window of its own that learns nothing of this one. */
export const OutsideLink = ({ url, label, text }: Props) =>
  url !== null && isWeb(url) ? (
    <Anchor
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      {...(text === undefined ? { 'aria-label': label } : {})}
      size="sm"
      style={{ display: 'inline-flex', alignItems: 'center', gap: '0.35rem' }}
    >
      {text}
      <Icon name="external" size={16} />
    </Anchor>
  ) : null;
