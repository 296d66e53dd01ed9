import { useId, useState } from 'react';
import { Modal, TextInput } from '@mantine/core';
import { Icon } from '../../elements/icon.tsx';
import classes from './command-palette.module.css';
import { findEntries } from './find-entries.ts';
import { PaletteList } from './palette-list.tsx';
import type { OverlayProps } from '../use-overlay.ts';
import { useEntries, useRunEntry } from './use-entries.ts';

const Content = ({ onClose, onOpen }: Omit<OverlayProps, 'isOpen'>) => {
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const all = useEntries(onOpen);
  const found = [...useRunEntry(search), ...findEntries(all, search)];
  const chosen = Math.min(at, found.length - 1);
  const choose = (index: number): void => {
    const entry = found[index];
    if (!entry) return;
    onClose({ isLeft: entry.group !== 'Actions' });
    entry.choose();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    // While a word is put together out of several keys, they belong to it.
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 + found.length };
    if (event.key === 'Enter') choose(chosen);
    else if (event.key in steps && found.length > 0) setAt((steps[event.key] ?? 0) % found.length);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label="Search screens, workloads, metrics and actions"
        aria-expanded
        aria-haspopup="listbox"
        aria-controls={id}
        aria-autocomplete="list"
        {...(found.length > 0 ? { 'aria-activedescendant': `${id}-${chosen}` } : {})}
        placeholder="Search, or paste the id of a run"
        size="lg"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        leftSection={<Icon name="search" />}
        classNames={{ input: classes.input }}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={id} entries={found} chosen={chosen} onPoint={setAt} onChoose={choose} />
      <p role="status" className={found.length > 0 ? 'visually-hidden' : classes.none}>
        {found.length === 0 ? 'Nothing fits.' : search === '' ? '' : `${found.length} found`}
      </p>
    </div>
  );
};

/** Leads to any screen, workload, metric or run, and does what needs no screen; all of it by keyboard. */
export const CommandPalette = ({ isOpen, onClose, onOpen }: OverlayProps) => (
  <Modal.Root
    opened={isOpen}
    onClose={() => onClose({ isLeft: false })}
    size={640}
    padding={0}
    yOffset="10vh"
    returnFocus={false}
    // At once: while it faded out, the next screen's title would already take the focus.
    transitionProps={{ duration: 0 }}
    removeScrollProps={{ removeScrollBar: false }}
    styles={{ content: { background: 'var(--app-surface)' } }}
  >
    <Modal.Overlay />
    <Modal.Content aria-label="Search">
      <Modal.Body>
        <Content onClose={onClose} onOpen={onOpen} />
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
