const CHARSETS = ["utf-8", "shift_jis", "euc-jp", "windows-1252", "iso-8859-1", "utf-16le"];

type Decoded = { text: string; encoding: string };

/**
 * The text of some bytes: UTF-8, UTF-16 where a mark says so, else what was declared, else Shift_JIS where all of it is Japanese,
 * else what Windows saves as "ANSI".
 */
export function decodedAs(bytes: Buffer, declared = ""): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return leniently(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return leniently(bytes, "utf-16be");
  const charset = CHARSETS.find((known) => known === declared.toLowerCase());
  const tried = ["utf-8", ...(charset ? [charset] : []), "shift_jis"];
  for (const encoding of tried) {
    const text = strictly(bytes, encoding);
    if (text !== null && (encoding !== "shift_jis" || encoding === charset || isMostlyJapanese(text)))
      return { text, encoding };
  }
  return leniently(bytes, "windows-1252");
}

export const decoded = (bytes: Buffer, declared = ""): string => decodedAs(bytes, declared).text;

const leniently = (bytes: Buffer, encoding: string): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

function strictly(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Read as Shift_JIS, accented letters of other encodings are half-width Katakana, and rare characters beside Latin letters. */
function isMostlyJapanese(text: string): boolean {
  const japanese = text.match(/[\u3040-\u30ff]|(?<![A-Za-z])\p{Script=Han}(?![A-Za-z])/gu)?.length ?? 0;
  const half = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return japanese > 0 && japanese > half;
}
