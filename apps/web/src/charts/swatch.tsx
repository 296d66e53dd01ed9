import type { SeriesLook } from './series-look.ts';

const CIRCLE = 'M12 3a3 3 0 1 0 0 6 3 3 0 1 0 0-6z';
const RECT = 'M9 3h6v6H9z';
const SYMBOLS: Readonly<Record<NonNullable<SeriesLook['symbol']>, string>> = {
  circle: CIRCLE,
  rect: RECT,
  triangle: 'M12 2.5l4 6.5H8z',
  diamond: 'M12 2l4 4-4 4-4-4z',
  emptyCircle: CIRCLE,
  emptyRect: RECT,
};
const DASHES = { solid: undefined, dashed: '5 3', dotted: '2 2' } as const;

/** A piece of a series as it is drawn in the chart: colour, dash and symbol. */
export const Swatch = ({ look }: { readonly look: SeriesLook }) => (
  <svg width="24" height="12" viewBox="0 0 24 12" aria-hidden focusable="false" style={{ flex: 'none' }}>
    <line
      x1="0"
      y1="6"
      x2="24"
      y2="6"
      stroke={look.color}
      strokeWidth="2"
      strokeDasharray={DASHES[look.dash]}
      opacity={look.opacity}
    />
    {look.symbol && (
      <path
        d={SYMBOLS[look.symbol]}
        fill={look.symbol.startsWith('empty') ? 'var(--app-surface)' : look.color}
        stroke={look.color}
        strokeWidth={look.symbol.startsWith('empty') ? 2 : 0}
      />
    )}
  </svg>
);
