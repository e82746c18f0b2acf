const CHARSETS = ["utf-8", "shift_jis", "euc-jp", "windows-1252", "iso-8859-1", "utf-16le"];

/**
 * The text of some bytes: UTF-8, UTF-16 where a mark says so, else what was declared, else Shift_JIS where all of it is Japanese,
 * else what Windows saves as "ANSI".
 */
export function decoded(bytes: Buffer, declared = ""): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const charset = CHARSETS.find((known) => known === declared.toLowerCase());
  const tried = ["utf-8", ...(charset ? [charset] : []), "shift_jis"];
  for (const encoding of tried) {
    const text = strictly(bytes, encoding);
    if (text !== null && (encoding !== "shift_jis" || encoding === charset || isMostlyJapanese(text)))
      return text;
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

function strictly(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Read as Shift_JIS, accented letters of other encodings are half-width Katakana and rare characters. */
function isMostlyJapanese(text: string): boolean {
  const kana = text.match(/[\u3040-\u30ff]/g)?.length ?? 0;
  const half = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return kana > 0 && kana > half;
}
