// Attacks on a server by plain requests, each for a number of seconds. Each returns named counts.
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Debate } from "#debate/content/debate.ts";
import { asking } from "#tests/attacks/pipelined.ts";
import { halfSent } from "#tests/attacks/raw.ts";
import { formWith } from "#tests/support/uploads.ts";

/** `code`: of a session. `cookie`: an instructor's. */
export type Target = { url: string; code: string; cookie: string; seconds: number };
/** How often each thing was done. */
export type Deeds = Record<string, number>;

const KB = 1024;
const FILE = 20 * KB * KB;
/** How long an attacker waits for the last answers, in milliseconds; one that was cut off gets none. */
const PATIENCE = 2_000;
/** What anyone may send to without having signed in. */
const OPEN = ["/api/language", "/api/auth/sign-in/email", "/api/setup", "/api/reset"];
/** A link of this many bytes whose host is slow to parse. */
const slowLink = (bytes: number) => `https://a${"\u0323\u0301".repeat(bytes / 4)}`;

const ATTACKS = {
  /** A debate with a slow link, saved and imported again and again. */
  async links({ url, cookie, seconds }: Target): Promise<Deeds> {
    const ask = (method: string, path: string, body?: object) =>
      fetch(`${url}/api/debates${path}`, {
        method,
        headers: { cookie, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
    const own = await ownDebate(url, cookie);
    const saved = (await (await ask("POST", "", { debate: own })).json()) as { debate: { id: string } };
    const hostile = { ...own, resources: [{ label: "A link", url: slowLink(160_000) }] };
    const deeds: Deeds = {};
    await repeatedly(1, seconds, async () => {
      for (const { status } of [
        await ask("PUT", `/${saved.debate.id}`, { debate: hostile }),
        await ask("POST", "/import", { text: `RESOLVED: A link\n\nResources\n${slowLink(160_000)}` }),
      ])
        count(deeds, `answered ${status}`);
    });
    return deeds;
  },

  phonePages: ({ url, code, seconds }: Target) =>
    answered(400, seconds, (signal) => fetch(`${url}/s/${code}`, { signal })),

  /** Forms of countless fields and JSON of countless values, half a megabyte each, to pages for all. */
  async bodies({ url, seconds }: Target): Promise<Deeds> {
    const fields = { type: "application/x-www-form-urlencoded", body: "a=1&".repeat(128 * KB) };
    const json = { type: "application/json", body: `[${"0,".repeat(256 * KB - 10)}0]` };
    let next = 0;
    return answered(16, seconds, (signal) => {
      const { type, body } = next % 2 === 0 ? fields : json;
      const path = OPEN[(next >> 1) % OPEN.length];
      next += 1;
      return fetch(`${url}${path}`, post({ "content-type": type }, body, signal));
    });
  },

  /** 3,000 bodies without their last byte, each from a connection of its own. */
  async unfinished({ url, seconds }: Target): Promise<Deeds> {
    const length = 16 * KB;
    const head = `POST /api/language HTTP/1.1\r\nHost: ${hostOf(url)}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
    const body = "x".repeat(length - 1);
    const sockets = await Promise.all(Array.from({ length: 3_000 }, () => halfSent(url, head)));
    let closed = 0;
    for (const socket of sockets) socket.once("close", () => (closed += 1)).write(body);
    await pause(seconds * 1000);
    for (const socket of sockets) socket.destroy();
    return { sent: sockets.length, "closed by the server": closed };
  },

  /** 400 upgrades at once, each with 14 KB of false seat cookies. */
  async falseCookies({ url, seconds }: Target): Promise<Deeds> {
    const cookies = Array.from({ length: 90 }, () => {
      const code = randomBytes(6).toString("hex").slice(0, 6).toUpperCase();
      return `seat-${code}=${randomBytes(100).toString("base64url")}`;
    });
    const request = asking("/socket.io/?EIO=4&transport=websocket", {
      host: hostOf(url),
      connection: "Upgrade",
      upgrade: "websocket",
      cookie: cookies.join("; "),
      "sec-websocket-version": "13",
      "sec-websocket-key": "MDEyMzQ1Njc4OWFiY2RlZg==",
    });
    const deeds: Deeds = {};
    await repeatedly(400, seconds, async (over) => {
      const socket = await halfSent(url, request);
      over.addEventListener("abort", () => socket.destroy(), { once: true });
      const answer = await new Promise<string>((resolve) => {
        socket.once("data", (bytes) => resolve(String(bytes).slice(9, 12)));
        socket.once("close", () => resolve("with nothing"));
      });
      count(deeds, `answered ${answer}`);
      socket.destroy();
    });
    return deeds;
  },

  /** A debate of 3 MB, both positions at their limits, saved four times at once. */
  async saves({ url, cookie, seconds }: Target): Promise<Deeds> {
    const debate = await ownDebate(url, cookie);
    const paragraphs = Array.from({ length: 80 }, (_, n) => ({ n: n + 1, text: "\u3042".repeat(6_000) }));
    const positions = debate.positions.map((position) => ({ ...position, paragraphs }));
    const body = JSON.stringify({ debate: { ...debate, positions } });
    const headers = { cookie, "content-type": "application/json" };
    return answered(4, seconds, (signal) => fetch(`${url}/api/debates`, post(headers, body, signal)));
  },

  /** Files of 20 MB of an instructor, 60 at once. */
  uploads: ({ url, cookie, seconds }: Target) => {
    const file = Buffer.alloc(FILE, "words ");
    return answered(60, seconds, (signal) =>
      fetch(`${url}/api/debates/import/preview`, post({ cookie }, formWith(file), signal)),
    );
  },

  /** A file of 20 MB that an instructor kept, asked for 32 times at once. */
  async downloads({ url, cookie, seconds }: Target): Promise<Deeds> {
    keptFile ??= keepFile(url, cookie);
    const path = await keptFile;
    return answered(32, seconds, (signal) => fetch(path, { headers: { cookie }, signal }));
  },
} satisfies Record<string, (target: Target) => Promise<Deeds>>;

export type AttackName = keyof typeof ATTACKS;

export const attack = (name: AttackName, target: Target): Promise<Deeds> => ATTACKS[name](target);

/** Where the file is that is fetched in each turn. */
let keptFile: Promise<string> | undefined;

async function keepFile(url: string, cookie: string): Promise<string> {
  const body = JSON.stringify({ debate: await ownDebate(url, cookie) });
  const headers = { cookie, "content-type": "application/json" };
  const saved = await fetch(`${url}/api/debates`, post(headers, body));
  const path = `${url}/api/debates/${((await saved.json()) as { debate: { id: string } }).debate.id}/source`;
  const file = formWith(Buffer.alloc(FILE, "words "));
  const kept = await fetch(path, { method: "PUT", headers: { cookie }, body: file });
  if (!kept.ok) throw new Error(`no file was kept: ${await kept.text()}`);
  return path;
}

/** The built-in debate, as an instructor saves it. */
async function ownDebate(url: string, cookie: string): Promise<Omit<Debate, "id">> {
  const response = await fetch(`${url}/api/debates/japan-russia-card`, { headers: { cookie } });
  const { id: _, ...debate } = ((await response.json()) as { debate: Debate }).debate;
  return debate;
}

/** What a request by hand names as its host: the server answers no other. */
const hostOf = (url: string) => new URL(url).host;

const post = (
  headers: Record<string, string>,
  body: string | FormData,
  signal?: AbortSignal,
): RequestInit => ({
  method: "POST",
  headers,
  body,
  redirect: "manual",
  ...(signal && { signal }),
});

function count(deeds: Deeds, what: string): void {
  deeds[what] = (deeds[what] ?? 0) + 1;
}

/** Counts answers by their status; a connection that the server ends counts as one. */
async function answered(
  atOnce: number,
  seconds: number,
  ask: (signal: AbortSignal) => Promise<Response>,
): Promise<Deeds> {
  const deeds: Deeds = {};
  await repeatedly(atOnce, seconds, async (over) => {
    const response = await ask(over).catch((error: unknown) => {
      if (over.aborted) throw error;
      return null;
    });
    await response?.arrayBuffer();
    count(deeds, response ? `answered ${response.status}` : "cut off");
  });
  return deeds;
}

/** Runs this many loops until the time is over; requests still under way then are aborted or abandoned. */
async function repeatedly(
  atOnce: number,
  seconds: number,
  act: (over: AbortSignal) => Promise<void>,
): Promise<void> {
  const over = AbortSignal.timeout(seconds * 1000);
  const work = async () => {
    while (!over.aborted)
      await act(over).catch((error: unknown) => {
        if (!over.aborted) throw error;
      });
  };
  // Node's fetch sometimes neither ends nor fails when aborted.
  await Promise.race([
    Promise.all(Array.from({ length: atOnce }, work)),
    pause(seconds * 1000 + PATIENCE, undefined, { ref: false }),
  ]);
}
