// WebSocket frames by hand: as a client sends them, and as a server does.

const TEXT = 0x81;
const MASKED = 0x80;
/** Any mask but zeros: servers have a shortcut for zeros, which no browser sends. */
const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;
/** Payloads up to this length have it in one byte; up to 64 KiB, in two more. */
const SHORT = 125;

const headerLength = (payload: number) => (payload <= SHORT ? 6 : 8);
const masked = (byte: number, at: number) => byte ^ (MASK[at % 4] ?? 0);

export function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const lengths = length <= SHORT ? [MASKED | length] : [MASKED | 126, length >> 8, length & 0xff];
  return Buffer.from([TEXT, ...lengths, ...MASK, ...payload.map(masked)]);
}

/** Changes one byte of a frame's payload in place. */
export function changeByte(frame: Buffer, payload: number, at: number, byte: number): void {
  frame[headerLength(payload) + at] = masked(byte, at);
}

/** Receives the text between two offsets of a buffer, which is valid only until it returns. */
export type TakeText = (bytes: Buffer, start: number, end: number) => void;

/** Calls back for each complete text frame of a server, and returns where the first incomplete one begins. */
export function readFrames(bytes: Buffer, from: number, until: number, take: TakeText): number {
  let at = from;
  while (until - at >= 2) {
    const opcode = (bytes[at] ?? 0) & 0x0f;
    const short = bytes[at + 1] ?? 0;
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (until - at < header) break;
    const length =
      short < 126
        ? short
        : short === 126
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    const end = at + header + length;
    if (end > until) break;
    if (opcode === 1) take(bytes, at + header, end);
    at = end;
  }
  return at;
}
