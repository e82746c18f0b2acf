import { deflateSync } from "node:zlib";
import { headerOf, PICTURE_FILE } from "#debate/content/pictures.ts";

/** [D48] So many of a file's pictures are offered, none of them smaller than an icon. */
export const MOST_PICTURES = 6;
const LEAST_SIDE = 80;
const MOST_PIXELS = 16_000_000;

/** [D48] Whether a picture of a file can be one of a debate. */
export function isOffered(bytes: Uint8Array): boolean {
  const header = bytes.length <= PICTURE_FILE ? headerOf(bytes) : null;
  return header !== null && isOfSize(header);
}

const isOfSize = ({ width, height }: { width: number; height: number }) =>
  Math.min(width, height) >= LEAST_SIDE && width * height <= MOST_PIXELS;

/** Pixels without a file around them: one byte for gray, three or four for colors. */
export type Pixels = {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  channels: 1 | 3 | 4;
};

/** PNG's color types (PNG specification, third edition, section 11.2.1). */
const COLOR_TYPES = { 1: 0, 3: 2, 4: 6 } as const;

/** [D48] As a PNG file; null if it can't be offered. */
export function pngOf({ data, width, height, channels }: Pixels): Uint8Array | null {
  if (!isOfSize({ width, height }) || data.length < width * height * channels) return null;
  const line = width * channels;
  const lines = Buffer.alloc((line + 1) * height);
  // Each line begins with its filter, which is none.
  for (let y = 0; y < height; y += 1) lines.set(data.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, COLOR_TYPES[channels], 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const png = Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return png.length <= PICTURE_FILE ? png : null;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(checksum(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** CRC-32 (PNG specification, annex D): Node has one only from 22.2 on. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
