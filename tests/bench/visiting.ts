import { Agent, request } from "node:http";
import { io } from "socket.io-client";
import { connecting } from "#app/live/transports.ts";
import type { TakenSeat } from "#debate/protocol/pages.ts";
import { filesOf } from "#server/capacity/phones/visit.ts";

/** How many connections a browser opens to one server, and how many phones come in at once. */
const CONNECTIONS = 6;
const AT_ONCE = 4;

/** What a phone sends with every request. */
const HEADERS = {
  accept: "*/*",
  "accept-encoding": "gzip, deflate, br, zstd",
  "accept-language": "en-US,en;q=0.9,ja;q=0.8",
  "sec-ch-ua": '"Chromium";v="142", "Not_A Brand";v="99"',
  "sec-ch-ua-mobile": "?1",
  "sec-ch-ua-platform": '"Android"',
  "sec-fetch-dest": "script",
  "sec-fetch-mode": "no-cors",
  "sec-fetch-site": "same-origin",
  "user-agent":
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
};

type Answer = { body: Buffer };
type Ask = (path: string, sent?: string) => Promise<Answer>;

export type Visit = { url: string; paths: string[]; visits: number };
export type Arrival = Visit & { code: string };

/** Phones get these paths, the first one alone and then the others, each phone over connections of its own. */
export const browseAll = ({ url, paths, visits }: Visit): Promise<void> =>
  inTurns(visits, url, (ask) => browse(ask, paths));

/** The same, and then each takes a seat and connects until it has its first snapshot. */
export const arriveAll = ({ url, paths, visits, code }: Arrival): Promise<void> =>
  inTurns(visits, url, async (ask) => {
    await browse(ask, paths);
    const { body } = await ask(`/api/sessions/${code}/join?with=phone`, "{}");
    await connect(url, code, JSON.parse(body.toString()) as TakenSeat);
  });

/** What a phone loads with a page. */
export async function filesAt(url: string, page: string): Promise<string[]> {
  const answer = await fetch(url + page);
  return filesOf(await answer.text(), answer.headers.get("link") ?? "");
}

async function inTurns(visits: number, url: string, visit: (ask: Ask) => Promise<void>): Promise<void> {
  let left = visits;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) {
        const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
        await visit((path, sent) => askOnce(agent, url + path, sent));
        agent.destroy();
      }
    }),
  );
}

async function browse(ask: Ask, [page = "/", ...others]: string[]): Promise<void> {
  await ask(page);
  await Promise.all(others.map((path) => ask(path)));
}

function askOnce(agent: Agent, url: string, sent?: string): Promise<Answer> {
  const headers = {
    ...HEADERS,
    ...(sent && { "content-type": "application/json", "content-length": sent.length }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers, method: sent ? "POST" : "GET" }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const isGood = (answer.statusCode ?? 500) < 300;
        if (isGood) resolve({ body: Buffer.concat(parts) });
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    });
    asked.on("error", reject);
    asked.end(sent);
  });
}

/** As the app does (`app/live/live.ts`): until the first snapshot is there. */
async function connect(url: string, code: string, { ticket, phone }: TakenSeat): Promise<void> {
  if (!phone?.seat || phone.seat === "removed") throw new Error("the answer has no seat");
  const socket = io(url, {
    auth: { code, as: "student", ticket, version: phone.seat.version },
    extraHeaders: { cookie: `seat-${code}=${ticket}` },
    forceNew: true,
    ...connecting(),
  });
  const { ok } = await new Promise<{ ok: boolean }>((resolve, reject) => {
    socket.once("synced", resolve);
    socket.once("connect_error", reject);
  });
  if (!ok) throw new Error("the first snapshot was refused");
  socket.disconnect();
}
