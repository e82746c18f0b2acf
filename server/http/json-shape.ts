/** [L19] Limits of a JSON body. The largest debate is eight deep and has a tenth of the fields. */
const DEPTH = 32;
const FIELDS = 25_000;
const VALUES = 150_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const [OPEN_LIST, OPEN_OBJECT] = [0x5b, 0x7b];
const [CLOSE_LIST, CLOSE_OBJECT] = [0x5d, 0x7d];

/**
 * [L19] Whether JSON is shallow and small enough to be parsed: 4 MB of brackets would take seconds.
 */
export function isParsable(json: Uint8Array): boolean {
  let [depth, fields, values] = [0, 0, 0];
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === COMMA) values += 1;
    else if (byte === COLON) fields += 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      values += 1;
      if (depth > DEPTH) return false;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return fields <= FIELDS && values <= VALUES;
}
