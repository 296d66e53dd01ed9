import { BackupError, damaged } from './backup-error.ts';
import type { BackupHeader, BackupTrailer } from './format.ts';
import { FORMAT } from './format.ts';

type Shape = Readonly<Record<string, 'string' | 'number' | 'array' | 'object'>>;

const HEADER: Shape = {
  productVersion: 'string',
  takenAt: 'string',
  migrations: 'array',
  tables: 'array',
  sequences: 'array',
  auditHead: 'object',
};
const TRAILER: Shape = { rows: 'object', sha256: 'string' };

const parse = (payload: Buffer, what: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(payload.toString());
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw damaged(`its ${what} can’t be read`);
};

const requireShape = (value: Record<string, unknown>, shape: Shape, what: string): void => {
  for (const [field, kind] of Object.entries(shape)) {
    const found = value[field];
    const isRight = kind === 'array' ? Array.isArray(found) : found !== null && typeof found === kind;
    if (!isRight) throw damaged(`its ${what} lacks ${field}`);
  }
};

/** The header of a backup that this product can read. What is deeper inside was written by a product as well. */
export const readHeader = (payload: Buffer): BackupHeader => {
  const value = parse(payload, 'header');
  const { format, productVersion } = value;
  if (typeof format !== 'number') throw damaged('its header lacks format');
  if (format > FORMAT)
    throw new BackupError(
      'newer',
      `This backup was made by CodeMetrics ${String(productVersion)} in a later format (${format}) than this one reads (${FORMAT}). Restore it with that version.`,
    );
  requireShape(value, HEADER, 'header');
  return value as unknown as BackupHeader;
};

export const readTrailer = (payload: Buffer): BackupTrailer => {
  const value = parse(payload, 'trailer');
  requireShape(value, TRAILER, 'trailer');
  return value as unknown as BackupTrailer;
};
