import fc from 'fast-check';
import { FRAMING_SHAPES } from './framing-shapes.ts';
import { HEAD_SHAPES } from './head-shapes.ts';
import type { RawShape } from './raw-shape.ts';

export const RAW_SHAPES: readonly RawShape[] = [...FRAMING_SHAPES, ...HEAD_SHAPES];

const PIECES = [
  '\u0000',
  '\r',
  '\n',
  '\r\n',
  '\r\n ',
  ' ',
  '\t',
  ':',
  '\u00ff',
  '0',
  'HTTP/1.1',
  'Content-Length: 1\r\n',
];

/** How much of a shape is changed: its head, where a mistake matters. */
const HEAD = 200;

/** A shape with a piece put in at some place; what it then means is anybody's guess. */
const broken = fc
  .tuple(fc.constantFrom(...RAW_SHAPES), fc.nat(HEAD), fc.constantFrom(...PIECES), fc.nat(2))
  .map(([shape, at, piece, cut]): RawShape => ({
    what: `${shape.what}, and ${JSON.stringify(piece)} at ${at}`,
    bytes: shape.bytes.slice(0, at) + piece + shape.bytes.slice(at + cut),
    expects: 'anything',
  }));

/** Raw exchanges: those that are written down, and others like them. */
export const rawArbitrary: fc.Arbitrary<RawShape> = fc.oneof(fc.constantFrom(...RAW_SHAPES), broken);
