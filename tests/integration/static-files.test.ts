import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import os from "node:os";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readStaticFiles, withServiceWorker } from "#server/pages/static-files.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const SCRIPT = `console.log("${"resolved ".repeat(500)}");`;
const BUILT = "/_next/static/chunks/a.js";
const FOREVER = "public, max-age=31536000, immutable";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "static-files-"));
  await mkdir(path.join(folder, "built/chunks"), { recursive: true });
  await mkdir(path.join(folder, "public"));
  const files: Record<string, string | Buffer> = {
    "built/chunks/a.js": SCRIPT,
    "built/chunks/a.js.br": brotliCompressSync(SCRIPT),
    "built/chunks/a.js.gz": gzipSync(SCRIPT),
    "built/chunks/[code] b.js": "1",
    "built/font.woff2": "letters",
    "built/unknown.type": "not served from memory",
    "public/icon.svg": "<svg/>",
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
});
afterAll(() => rm(folder, { recursive: true }));

const folders = () => [
  { folder: path.join(folder, "built"), at: "/_next/static/", caching: FOREVER },
  { folder: path.join(folder, "public"), at: "/", caching: "public, max-age=3600" },
];

/** A server with these files, whose pages count what they are asked for. */
async function startWithFiles(options: Parameters<typeof startServer>[0] = {}) {
  const paged: string[] = [];
  const server = await startServer({
    files: await readStaticFiles(folders()),
    pages: (request, response) => {
      paged.push(request.url ?? "");
      response.writeHead(404).end();
    },
    ...options,
  });
  return { server, paged };
}

type Got = Pick<IncomingMessage, "statusCode" | "headers"> & { body: Buffer };

/** What comes over the wire: `fetch` decompresses. */
function wire(
  { url }: TestServer,
  pathname: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Got> {
  return new Promise((resolve, reject) => {
    get(url + pathname, { headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const { statusCode, headers } = answer;
        resolve({ statusCode, headers, body: Buffer.concat(parts) });
      });
    }).on("error", reject);
  });
}

describe("[W11] a static file", () => {
  test("comes from memory in the smallest way that the client takes, and is kept for a year", async () => {
    const { server, paged } = await startWithFiles();
    await using _ = server;
    const ways: [accepted: string, encoding: string | undefined, read: (body: Buffer) => Buffer][] = [
      ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
      ["gzip, br;q=0", "gzip", gunzipSync],
      ["identity", undefined, (body) => body],
    ];
    const tags = new Set<string | undefined>();
    for (const [accepted, encoding, read] of ways) {
      const { statusCode, headers, body } = await wire(server, BUILT, { "accept-encoding": accepted });
      expect([accepted, statusCode, headers["content-encoding"]]).toEqual([accepted, 200, encoding]);
      expect(read(body).toString()).toBe(SCRIPT);
      expect(headers).toMatchObject({
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": FOREVER,
        "content-length": String(body.length),
        vary: "Accept-Encoding",
      });
      tags.add(headers.etag);
    }
    expect(tags.size).toBe(3);
    const icon = await wire(server, "/icon.svg?v=2", { "accept-encoding": "br" });
    expect([icon.body.toString(), icon.headers["cache-control"]]).toEqual(["<svg/>", "public, max-age=3600"]);
    const coded = await wire(server, "/_next/static/chunks/%5Bcode%5D%20b.js");
    expect(coded.body.toString()).toBe("1");
    expect(paged).toEqual([]);
  });

  test("is not sent again to those who have it, nor in parts, and HEAD gets its headers", async () => {
    const { server } = await startWithFiles();
    await using _ = server;
    const whole = await wire(server, BUILT, { "accept-encoding": "br" });
    const etag = whole.headers.etag ?? "";
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const { statusCode, headers, body } = await wire(server, BUILT, {
        "accept-encoding": "br",
        "if-none-match": tag,
      });
      expect([tag, statusCode, body.length]).toEqual([tag, 304, 0]);
      expect(headers).toMatchObject({ etag, vary: "Accept-Encoding", "cache-control": FOREVER });
    }
    // The tag of another way of sending it.
    const plain = await wire(server, BUILT, { "if-none-match": etag });
    expect(plain.statusCode).toBe(200);
    const part = await wire(server, BUILT, { range: "bytes=0-3", "accept-encoding": "br" });
    expect([part.statusCode, part.body]).toEqual([200, whole.body]);
    const head = await wire(server, BUILT, { "accept-encoding": "br" }, "HEAD");
    expect([head.statusCode, head.body.length]).toEqual([200, 0]);
    expect(head.headers["content-length"]).toBe(whole.headers["content-length"]);
  });

  test("is left to the pages if it is unknown, of an unknown type, or asked for with another method", async () => {
    const { server, paged } = await startWithFiles();
    await using _ = server;
    const others = [
      "/_next/static/chunks/b.js",
      "/_next/static/unknown.type",
      "/_next/static/chunks/a.js.br",
      "/_next/static/chunks/..%2F..%2Fpublic/icon.svg",
      "/_next/static/%E0%A4%A",
      "//icon.svg",
    ];
    for (const other of others) expect([other, (await wire(server, other)).statusCode]).toEqual([other, 404]);
    expect(paged).toHaveLength(others.length);
    expect((await wire(server, BUILT, {}, "POST")).statusCode).toBe(405);
  });
});

describe("[W18] the service worker", () => {
  const SOURCE = "const { VERSION } = self;";
  const withWorker = async (isOn: boolean) => {
    await writeFile(path.join(folder, "public/sw.js"), SOURCE);
    return withServiceWorker(await readStaticFiles(folders()), isOn);
  };

  test("[O1] is asked for at each visit, names its build, and may ask this server only", async () => {
    const files = await withWorker(true);
    await using server = await startServer({ files });
    const { headers, body } = await wire(server, "/sw.js");
    expect(body.toString()).toMatch(/^self\.VERSION = "[\w-]{22}";\nconst \{ VERSION \} = self;$/u);
    expect(headers).toMatchObject({
      "cache-control": "no-cache",
      "content-type": "text/javascript; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    });
    const again = await wire(server, "/sw.js", { "if-none-match": headers.etag ?? "" });
    expect([again.statusCode, again.body.length]).toEqual([304, 0]);

    await writeFile(path.join(folder, "built/chunks/a.js"), `${SCRIPT}\n`);
    const next = (await withWorker(true)).get("/sw.js")?.plain;
    await writeFile(path.join(folder, "built/chunks/a.js"), SCRIPT);
    expect(next?.body.toString()).not.toBe(body.toString());
    expect(next?.etag).not.toBe(headers.etag);
    expect((await withWorker(true)).get("/sw.js")?.plain.body).toEqual(body);
  });
});
