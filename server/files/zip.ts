import { inflateRawSync } from "node:zlib";

/** What a document may unpack to, in bytes: each part that is read, and all that the archive says it holds. */
const PART_BYTES = 12 * 1024 * 1024;
const DECLARED_BYTES = 400 * 1024 * 1024;
const PARTS = 4_000;

export class BadZip extends Error {
  readonly why: "corrupt" | "encrypted" | "unpacks-too-large";

  constructor(why: BadZip["why"]) {
    super(why);
    this.why = why;
  }
}

type Part = { method: number; at: number; packed: number; size: number };
export type Zip = { has(name: string): boolean; names: string[]; read(name: string): Buffer };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** Opens a zip archive by its directory. Nothing is unpacked before it is read, and never more than PART_BYTES of it. */
export function openZip(bytes: Buffer): Zip {
  const parts = new Map<string, Part>();
  let declared = 0;
  try {
    const end = endOf(bytes);
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count > PARTS) throw new BadZip("unpacks-too-large");
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw new BadZip("corrupt");
      if (bytes.readUInt16LE(at + 8) & 1) throw new BadZip("encrypted");
      const length = bytes.readUInt16LE(at + 28);
      const size = bytes.readUInt32LE(at + 24);
      const name = bytes.toString("utf8", at + 46, at + 46 + length);
      declared += size;
      parts.set(name, {
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        size,
        at: bytes.readUInt32LE(at + 42),
      });
      at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch (error) {
    throw error instanceof BadZip ? error : new BadZip("corrupt");
  }
  if (declared > DECLARED_BYTES) throw new BadZip("unpacks-too-large");
  return {
    names: [...parts.keys()],
    has: (name) => parts.has(name),
    read: (name) => unpacked(bytes, parts.get(name)),
  };
}

function endOf(bytes: Buffer): number {
  // A comment of up to 64 KB may follow.
  const from = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= from; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new BadZip("corrupt");
}

function unpacked(bytes: Buffer, part: Part | undefined): Buffer {
  if (!part) throw new BadZip("corrupt");
  if (part.size > PART_BYTES) throw new BadZip("unpacks-too-large");
  try {
    if (bytes.readUInt32LE(part.at) !== LOCAL) throw new BadZip("corrupt");
    const start = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28);
    const packed = bytes.subarray(start, start + part.packed);
    if (part.method === 0) return packed;
    if (part.method !== 8) throw new BadZip("corrupt");
    return inflateRawSync(packed, { maxOutputLength: PART_BYTES });
  } catch (error) {
    if (error instanceof BadZip) throw error;
    // The declared size was a lie.
    const isLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new BadZip(isLarge ? "unpacks-too-large" : "corrupt");
  }
}
