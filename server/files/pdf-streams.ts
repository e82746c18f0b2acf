import { constants, inflateRawSync } from "node:zlib";
import { FileRefused } from "#server/files/file-refused.ts";

/** The most that a PDF may unpack to, in bytes: one stream (which may be a picture), and all together. */
const STREAM_BYTES = 64 * 1024 * 1024;
const ALL_BYTES = 400 * 1024 * 1024;

const STREAM = "stream";
/** How many bytes before a stream are searched for its filters. */
const DICTIONARY = 2_048;

/**
 * [U8] Refuses a PDF whose streams unpack to too much: pdf.js unpacks without a limit, outside the heap. Tries every stream, and
 * ignores the length that the file declares.
 */
export function checkStreams(bytes: Buffer): void {
  let all = 0;
  for (let at = bytes.indexOf(STREAM); at !== -1; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    if (isTwicePacked(bytes.toString("latin1", Math.max(0, at - DICTIONARY), at))) throw tooLarge();
    let start = at + STREAM.length;
    while (bytes[start] === 13 || bytes[start] === 10) start += 1;
    if (isPacked(bytes, start)) all += unpackedLength(bytes.subarray(start + 2));
    if (all > ALL_BYTES) throw tooLarge();
  }
}

const tooLarge = () => new FileRefused("unpacks-too-large");

/** By the header of zlib, as pdf.js checks it. */
const isPacked = (bytes: Buffer, at: number) =>
  at + 2 <= bytes.length && ((bytes[at] ?? 0) & 15) === 8 && bytes.readUInt16BE(at) % 31 === 0;

/** Whether the last dictionary names two filters that make data longer. */
function isTwicePacked(before: string): boolean {
  const [, filters = ""] =
    /\/(?:Filter|F)\s*\[([^\]]*)\]/.exec(before.slice(before.lastIndexOf("obj"))) ?? [];
  return (filters.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g)?.length ?? 0) > 1;
}

function unpackedLength(packed: Buffer): number {
  try {
    const options = { maxOutputLength: STREAM_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
    return inflateRawSync(packed, options).length;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    // Damaged: pdf.js reports it.
    return 0;
  }
}
