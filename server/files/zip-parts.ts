import { unzipSync } from "fflate";
import { FileRefused } from "#server/files/file-refused.ts";

/** The most that the parts to read may unpack to together, in bytes, and the most parts of an archive. */
const UNPACKED_BYTES = 16 * 1024 * 1024;
const PARTS = 4_000;
/** How many bytes longer than unpacked a packed part may be. */
const PACKING = 1_000;

export type Parts = Record<string, Uint8Array>;

/** [U8] The parts of a zip archive with these names. None is unpacked to more than the archive says of it. */
export function unpacked(bytes: Buffer, names: RegExp): Parts {
  // Bit 0 of the first part's flags.
  if (bytes.readUInt8(6) & 1) throw new FileRefused("encrypted");
  let [count, total] = [0, 0];
  return unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      count += 1;
      const isRead = names.test(name);
      if (isRead) total += originalSize;
      const isLie = isRead && size > originalSize + PACKING;
      if (count > PARTS || total > UNPACKED_BYTES || isLie) throw new FileRefused("unpacks-too-large");
      return isRead;
    },
  });
}
