import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type FixedAnswer, fixedAnswer, type StoredFile } from "#server/http/fixed-answers.ts";
import { POLICY } from "#server/http/guard.ts";

type Folder = { folder: string; at: string; caching: string };

/** The served folders, with their caching. Built files never change. */
const FOLDERS: readonly Folder[] = [
  { folder: ".next/static", at: "/_next/static/", caching: "public, max-age=31536000, immutable" },
  { folder: "public", at: "/", caching: "public, max-age=3600" },
];
/** Written by server/launch/build.mjs beside a file. */
const ENDINGS = { br: ".br", gzip: ".gz" } as const;
/** In bytes. Next.js serves the files beyond it. */
const MOST = 64 * 1024 * 1024;

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * [W11] Reads the files of all pages into memory, each as it will be sent: with brotli, with gzip and plain. A phone that
 * joins requests twenty of them.
 */
export async function readStaticFiles(folders = FOLDERS, most = MOST): Promise<Map<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  let size = 0;
  for (const { folder, at, caching } of folders) {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const all = found.flatMap((each) =>
      each.isFile() ? [path.relative(folder, path.join(each.parentPath, each.name))] : [],
    );
    const names = new Set(all);
    for (const name of all.sort()) {
      const type = TYPES[path.extname(name)];
      if (type === undefined) continue;
      const plain = await readFile(path.join(folder, name));
      const smaller: [encoding: keyof typeof ENDINGS, body: Buffer][] = [];
      for (const encoding of ["br", "gzip"] as const) {
        const other = name + ENDINGS[encoding];
        if (names.has(other)) smaller.push([encoding, await readFile(path.join(folder, other))]);
      }
      size += smaller.reduce((sum, [, body]) => sum + body.length, plain.length);
      if (size > most) return files;
      const varies = smaller.length > 0;
      const answer = (body: Buffer, encoding?: string): FixedAnswer =>
        fixedAnswer(body, {
          "content-type": type,
          "cache-control": caching,
          etag: tagOf(body),
          ...(varies && { vary: "Accept-Encoding" }),
          ...(encoding && { "content-encoding": encoding }),
        });
      files.set(at + name.split(path.sep).join("/"), {
        plain: answer(plain),
        ...Object.fromEntries(smaller.map(([encoding, body]) => [encoding, answer(body, encoding)])),
      });
    }
  }
  return files;
}

/** A strong tag: each encoding of a file has its own. */
const tagOf = (body: Buffer) => `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

const WORKER = "/sw.js";
/** [O1] The worker may load from this server only. */
const MAY_ASK = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * [W18] Writes the build into the service worker, so that browsers update it with each build. If it is switched off, it gets no
 * version, and a worker without a version removes itself.
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
