import { useState } from 'react';
import { Kbd, Stack, Switch } from '@mantine/core';
import { Dialog } from '../elements/dialog.tsx';
import classes from './keyboard-help.module.css';
import { areSingleKeysOn, setSingleKeys } from './single-keys.ts';
import type { OverlayProps } from './use-overlay.ts';
import { modifierKey } from './use-shortcuts.ts';

interface Row {
  readonly keys: readonly (readonly string[])[];
  readonly does: string;
}

const rows = (): readonly Row[] => [
  { keys: [[modifierKey(), 'K'], ['/']], does: 'Search: screens, workloads, metrics, runs, actions' },
  { keys: [['?']], does: 'This help' },
  { keys: [['↑'], ['↓']], does: 'Move in the search, in menus, tabs and lists' },
  { keys: [['Enter']], does: 'Take what is chosen' },
  { keys: [['Esc']], does: 'Close a dialog, a menu or the search' },
  { keys: [['Tab'], ['Shift', 'Tab']], does: 'Forward and back through everything that can be used' },
];

/** The keys that work everywhere. */
export const KeyboardHelp = ({ isOpen, onClose }: OverlayProps) => {
  const [areOn, setOn] = useState(areSingleKeysOn);
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={() => onClose({ isLeft: false })}>
      <Stack>
        <dl className={classes.keys}>
          {rows().map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((together, index) => (
                  <span key={together.join('+')}>
                    {index > 0 && ' or '}
                    {together.map((key, part) => (
                      <span key={key}>
                        {part > 0 && ' + '}
                        <Kbd>{key}</Kbd>
                      </span>
                    ))}
                  </span>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label="Single keys"
          description="Lets / and ? work without Ctrl. Kept in this browser."
          checked={areOn}
          onChange={(event) => {
            setOn(event.currentTarget.checked);
            setSingleKeys(event.currentTarget.checked);
          }}
        />
      </Stack>
    </Dialog>
  );
};
