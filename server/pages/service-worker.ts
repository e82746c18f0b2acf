import { createHash } from "node:crypto";
import { fixedAnswer, type StoredFile } from "#server/http/fixed-answers.ts";
import { POLICY } from "#server/http/guard.ts";

const WORKER = "/sw.js";
/** [O1] The worker may ask this server for what it keeps, and nothing else. */
const MAY_ASK = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * [W18] Names the build in the service worker, so that a browser sees a new one with each build. Where it is switched off, the
 * version is left out, and a worker without a version removes itself.
 */
export function withServiceWorker(
  files: ReadonlyMap<string, StoredFile>,
  isOn: boolean,
): ReadonlyMap<string, StoredFile> {
  const source = files.get(WORKER);
  if (!source) return files;
  const build = [...files].map(([path, { plain }]) => `${path} ${plain.etag}`).join("\n");
  const version = createHash("sha256").update(build).digest("base64url").slice(0, 22);
  const named = isOn ? `self.VERSION = "${version}";\n` : "";
  const body = Buffer.concat([Buffer.from(named), source.plain.body]);
  const plain = fixedAnswer(body, {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
    etag: `"${isOn ? version : "off"}"`,
    [POLICY]: MAY_ASK,
  });
  return new Map(files).set(WORKER, { plain });
}
