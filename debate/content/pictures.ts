/** The kinds of pictures that every browser shows. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];
/** [D47] What a debate keeps of a picture: alternative text in characters, bytes, and pixels of its longer side. */
export const PICTURE_LIMITS = { alt: 300, bytes: 400_000, side: 2_000 } as const;
/** [D47] The largest file that one may choose, in bytes. It is scaled down before it is kept. */
export const PICTURE_FILE = 2 * 1024 * 1024;

/** What a picture's own header says. */
export type PictureHeader = { type: PictureType; width: number; height: number };

/** Null for what is no base64. */
export function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

export function base64Of(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** Null for what is no whole picture of these kinds, or has no size. */
export function headerOf(bytes: Uint8Array | null): PictureHeader | null {
  const parts = bytes && partsOf(bytes);
  return parts && parts.header.width > 0 && parts.header.height > 0 ? parts.header : null;
}

/**
 * [D47] The picture without what else a camera or a program wrote into it: places, times, names, thumbnails, comments. Colors are
 * kept as they are written. Null for what is no picture.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | null {
  const parts = partsOf(bytes);
  if (!parts) return null;
  const kept = new Uint8Array(parts.kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts.kept) {
    kept.set(part, at);
    at += part.length;
  }
  if (parts.header.type === "image/webp") new DataView(kept.buffer).setUint32(4, kept.length - 8, true);
  return kept;
}

/** [D47] Whether base64 is a picture of this size, small enough, and without metadata. */
export function isCleanPicture({
  data,
  width,
  height,
}: {
  data: string;
  width: number;
  height: number;
}): boolean {
  const bytes = bytesOf(data);
  if (!bytes) return false;
  const header = headerOf(bytes);
  const { bytes: most, side } = PICTURE_LIMITS;
  return (
    header?.width === width &&
    header.height === height &&
    Math.max(width, height) <= side &&
    bytes.length <= most &&
    withoutMetadata(bytes)?.length === bytes.length
  );
}

/** A picture's header, and the parts of its file that show it. */
type Parts = { header: PictureHeader; kept: Uint8Array[] };

function partsOf(bytes: Uint8Array): Parts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return pngParts(bytes, view);
    if (view.getUint16(0) === 0xffd8) return jpegParts(bytes, view);
    if (lettersAt(bytes, 0) === "RIFF" && lettersAt(bytes, 8) === "WEBP") return webpParts(bytes, view);
  } catch {
    // It ends too early.
  }
  return null;
}

const lettersAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Chunks that show a picture (PNG specification, third edition, section 11), and no animation. */
const PNG_KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"]);

function pngParts(bytes: Uint8Array, view: DataView): Parts | null {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at);
    const name = lettersAt(bytes, at + 4);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND")
      return { header: { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) }, kept };
    at = end;
  }
  return null;
}

/** Segments by their markers (ITU T.81, table B.1): Huffman and quantization tables, frames, and Adobe's color transform. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isKept = (marker: number) => (marker >= 0xc0 && marker <= 0xdd) || marker === 0xee;

function jpegParts(bytes: Uint8Array, view: DataView): Parts | null {
  const kept = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    if (isFrame(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (isKept(marker)) kept.push(bytes.subarray(at, end));
    if (marker === 0xda) {
      // The rest is the picture; what follows its end is none of it.
      const last = endOfScan(bytes, end);
      if (!size || last === null) return null;
      return { header: { type: "image/jpeg", ...size }, kept: [...kept, bytes.subarray(end, last)] };
    }
    at = end;
  }
  return null;
}

function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return null;
}

const WEBP_KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);
/** Of VP8X's flags those that say that a profile, Exif or XMP follows, or an animation. */
const WEBP_METADATA = 0x20 | 0x08 | 0x04 | 0x02;

function webpParts(bytes: Uint8Array, view: DataView): Parts | null {
  const kept = [bytes.subarray(0, 12)];
  let size: { width: number; height: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = lettersAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return null;
    const chunk = bytes.slice(at, end);
    if (name === "VP8X") {
      chunk[8] = (chunk[8] ?? 0) & ~WEBP_METADATA;
      const whole = (from: number) => 1 + view.getUint16(from, true) + (view.getUint8(from + 2) << 16);
      size = { width: whole(at + 12), height: whole(at + 15) };
    }
    if (name === "VP8 ")
      size ??= {
        width: view.getUint16(at + 14, true) & 0x3fff,
        height: view.getUint16(at + 16, true) & 0x3fff,
      };
    if (name === "VP8L") {
      const bits = view.getUint32(at + 9, true);
      size ??= { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
    }
    if (WEBP_KEPT.has(name)) kept.push(chunk);
    at = end;
  }
  return size && { header: { type: "image/webp", ...size }, kept };
}
