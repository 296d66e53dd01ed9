/** What the unpacked file begins with; the number is in the header too, for a message that can name it. */
export const MAGIC = Buffer.from('CODEMETRICS-BACKUP\n');
export const FORMAT = 1;

/**
 * After the magic come frames: one byte of kind, four of length (big endian), the payload. A header; for each table
 * its name and then its data in pieces, as COPY's text format gives them; a trailer that nothing follows.
 */
export const FRAME = { header: 0x48, table: 0x54, data: 0x44, trailer: 0x5a } as const;
export const FRAME_HEAD_BYTES = 5;
/** Longer data is cut into pieces, so that reading needs no more memory than this. */
export const MAX_FRAME_BYTES = 1 << 20;

export interface DumpedColumn {
  readonly name: string;
  readonly type: string;
}

export interface DumpedTable {
  readonly name: string;
  readonly columns: readonly DumpedColumn[];
}

export interface DumpedSequence {
  readonly name: string;
  /** As text: it may be beyond what a number holds. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

export interface BackupHeader {
  readonly format: number;
  readonly productVersion: string;
  /** When the snapshot was taken. */
  readonly takenAt: string;
  /** The names of those that ran, in their order. */
  readonly migrations: readonly string[];
  /** Parents before their children. */
  readonly tables: readonly DumpedTable[];
  readonly sequences: readonly DumpedSequence[];
  /** The end of the audit chain. */
  readonly auditHead: AuditPosition;
}

export interface AuditPosition {
  readonly sequence: number;
  readonly hash: string;
}

export interface BackupTrailer {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Over every unpacked byte before the trailer's frame, in hex. */
  readonly sha256: string;
}

/** One frame's bytes. */
export const encodeFrame = (kind: number, payload: Buffer): Buffer => {
  const frame = Buffer.allocUnsafe(FRAME_HEAD_BYTES + payload.length);
  frame.writeUInt8(kind, 0);
  frame.writeUInt32BE(payload.length, 1);
  payload.copy(frame, FRAME_HEAD_BYTES);
  return frame;
};

export const encodeJsonFrame = (kind: number, value: BackupHeader | BackupTrailer): Buffer =>
  encodeFrame(kind, Buffer.from(JSON.stringify(value)));
