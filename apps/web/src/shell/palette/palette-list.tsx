import { useEffect, useRef } from 'react';
import { Icon } from '../../elements/icon.tsx';
import classes from './palette-list.module.css';
import type { PaletteEntry } from './palette-entry.ts';
import { GROUPS } from './palette-entry.ts';

interface Props {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  /** Which one Enter would take. */
  readonly chosen: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

/** What was found, by group. The focus stays in the field above, which tells a reader which one is chosen. */
export const PaletteList = ({ id, entries, chosen, onPoint, onChoose }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, entries.length]);
  return (
    <div ref={list} id={id} role="listbox" aria-label="What was found" className={classes.list} tabIndex={-1}>
      {GROUPS.filter((group) => entries.some((one) => one.group === group)).map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} className={classes.group}>
            {group}
          </div>
          {entries.map(
            (entry, index) =>
              entry.group === group && (
                // The keys are the field's: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
                <div
                  key={entry.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  className={classes.entry}
                  onPointerMove={() => onPoint(index)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(index)}
                >
                  <Icon name={entry.icon} />
                  <span className={classes.text}>
                    <bdi className={classes.label}>{entry.label}</bdi>
                    {entry.detail && <bdi className={classes.detail}>{entry.detail}</bdi>}
                  </span>
                </div>
              ),
          )}
        </div>
      ))}
    </div>
  );
};
