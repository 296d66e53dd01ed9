import { useEffect, useRef, useState } from 'react';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { copyText } from './copy-text.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly value: string;
  /** What is copied, to say it: `the token`. */
  readonly what: string;
  readonly isCompact?: boolean;
}

const SHOWN_MS = 2500;

/** Copies a text and says that it did. */
export const CopyButton = ({ value, what, isCompact = false }: Props) => {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    setState((await copyText(value)) ? 'copied' : 'failed');
    button.current?.focus();
  };
  const label = { idle: 'Copy', copied: 'Copied', failed: 'Select it and copy by hand' }[state];
  const icon = <Icon name={state === 'copied' ? 'check' : 'copy'} size={16} />;
  return (
    <>
      {isCompact ? (
        <Tooltip label={state === 'idle' ? `Copy ${what}` : label}>
          <ActionIcon
            ref={button}
            variant="subtle"
            color="gray"
            aria-label={`Copy ${what}`}
            onClick={() => void copy()}
          >
            {icon}
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button
          ref={button}
          variant="default"
          size="xs"
          leftSection={icon}
          aria-label={`Copy ${what}`}
          onClick={() => void copy()}
        >
          {label}
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {state === 'idle' ? '' : label}
      </span>
    </>
  );
};
