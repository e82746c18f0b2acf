import { Agent, type IncomingMessage, request } from "node:http";
import { gunzipSync } from "node:zlib";
import type { TakenSeat } from "#debate/protocol/pages.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";

/** As many connections as a browser opens to one server. */
const CONNECTIONS = 6;
const FILE = /(?:src|href)="(\/_next\/static\/[^"]+)"/gu;
const FONT = /<(\/_next\/static\/[^>]+\.woff2)>/gu;
/** Scripts that only browsers without modules load. */
const OLD_SCRIPT = /<script[^>]*\snoModule[^>]*>/giu;

/** What the page of a session loads, read from it once. */
export type Files = { paths: string[] | null };

/** A phone's first visit: page, files, seat, socket, first snapshot. */
export async function visit(url: string, code: string, files: Files): Promise<PhoneConnection> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const page = await get(agent, `${url}/s/${code}`, { "accept-encoding": "gzip" });
    files.paths ??= pathsIn(page);
    const loading = files.paths.map((path) => get(agent, url + path, { "accept-encoding": "br, gzip" }));
    await Promise.all(loading);
    const joined = await get(agent, `${url}/api/sessions/${code}/join?with=phone`, { post: "{}" });
    const { ticket, phone } = JSON.parse(joined.body.toString()) as TakenSeat;
    const seat = phone?.seat;
    if (!seat || seat === "removed") throw new Error("the answer has no seat");
    const wire = new PhoneConnection(url);
    await wire.arrive({ code, ticket, version: seat.version });
    return wire;
  } finally {
    agent.destroy();
  }
}

type Got = { body: Buffer; headers: IncomingMessage["headers"] };

function pathsIn({ body, headers }: Got): string[] {
  const html = (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
  return filesOf(html, String(headers.link ?? ""));
}

/** The files that a phone loads with a page: scripts, styles, and the fonts in its header `link`. */
function filesOf(html: string, link: string): string[] {
  const found = [...html.replaceAll(OLD_SCRIPT, "").matchAll(FILE), ...link.matchAll(FONT)];
  return [...new Set(found.map(([, path]) => path ?? ""))];
}

function get(agent: Agent, url: string, { post, ...headers }: Record<string, string>): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: post === undefined ? "GET" : "POST",
      headers: { ...headers, ...(post !== undefined && { "content-type": "application/json" }) },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode = 0, headers: answered } = response;
        if (statusCode >= 300) reject(new Error(`${url} answered ${statusCode}`));
        else resolve({ body: Buffer.concat(chunks), headers: answered });
      });
    });
    sent.end(post);
  });
}
