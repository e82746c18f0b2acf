// Compresses the pages' static files, with brotli and with gzip, beside the originals.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const TEXT = /\.(?:js|css|svg|json|txt)$/u;
/** @type {Record<string, (text: Buffer) => Buffer>} */
const WAYS = { br: brotliCompressSync, gz: (text) => gzipSync(text, { level: 9 }) };

/** @param {string} folder */
export function shrink(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!TEXT.test(name)) continue;
    const file = path.join(folder, name);
    const whole = readFileSync(file);
    for (const [ending, smaller] of Object.entries(WAYS)) {
      const small = smaller(whole);
      if (small.length < whole.length) writeFileSync(`${file}.${ending}`, small);
    }
  }
}
