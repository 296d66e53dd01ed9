import type { Palette } from '../../charts/palette.ts';

/** A tooltip of plain text: names that come from outside can't be markup in it. */
export const plainTooltip = (palette: Palette, textOf: (data: unknown) => string) => ({
  trigger: 'item',
  confine: true,
  renderMode: 'richText',
  backgroundColor: palette.surface,
  borderColor: palette.grid,
  textStyle: { color: palette.text, fontFamily: 'inherit', fontSize: 13 },
  formatter: ({ data }: { data?: unknown }) => textOf(data),
});
