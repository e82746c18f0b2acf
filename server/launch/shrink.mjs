// Compresses the pages' static files, with brotli and with gzip, beside the originals.
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const TEXT = /\.(?:js|css|svg|json|txt)$/u;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
/** @type {Record<string, (text: Buffer) => Promise<Buffer>>} */
const WAYS = { br: (text) => brotli(text), gz: (text) => zip(text, { level: 9 }) };

/**
 * The compressors run on threads of their own, so on all cores.
 * @param {string} folder
 */
export async function shrink(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => TEXT.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const whole = await readFile(file);
      for (const [ending, smaller] of Object.entries(WAYS)) {
        const small = await smaller(whole);
        if (small.length < whole.length) await writeFile(`${file}.${ending}`, small);
      }
    }),
  );
}
