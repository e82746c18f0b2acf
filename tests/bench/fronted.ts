// Phones as browsers behind TLS are: pages over HTTP/2, and sockets with the app's own client.
import { type ClientHttp2Session, connect } from "node:http2";
import { setTimeout as pause } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";

/** How often a phone tries a request again, and how long it waits for the answer to one, in milliseconds. */
const [TRIES, PATIENCE] = [10, 20_000];

/** In milliseconds. */
const AGAIN = 500;

/** `polling`: the share of phones whose network lets no WebSocket through. */
export type Fronted = { url: string; code: string; students: number; seconds: number; polling: number };

let phones: Socket[] = [];

/** Everybody comes in at a moment drawn by chance: page, seat, what the room starts from, socket, snapshot. */
export async function enterAll({ url, code, students, seconds, polling }: Fronted): Promise<number[]> {
  const times: number[] = [];
  phones = await Promise.all(
    Array.from({ length: students }, async (_, index) => {
      await pause(Math.random() * seconds * 1_000);
      const started = performance.now();
      const socket = await enter(url, code, index < students * polling ? ["polling"] : ["websocket"]);
      times.push(performance.now() - started);
      return socket;
    }),
  );
  return times;
}

async function enter(url: string, code: string, transports: ("polling" | "websocket")[]): Promise<Socket> {
  const ask = asking(url);
  await ask(`/s/${code}`);
  const { ticket } = JSON.parse(await ask(`/api/sessions/${code}/join`, "", "{}")) as { ticket: string };
  await ask(`/api/sessions/${code}/phone`, `seat-${code}=${ticket}`);
  ask.close();
  const socket = io(url, {
    auth: { code, ticket, as: "student" },
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    rejectUnauthorized: false,
    transports,
  });
  // Where the server ended it, the client does not come back on its own.
  const again = () => void (socket.active || setTimeout(() => socket.connect(), AGAIN));
  socket.on("connect_error", again);
  socket.on("disconnect", again);
  if (!socket.connected) await new Promise<void>((resolve) => socket.once("connect", resolve));
  await untilAnswered(socket, "sync", {});
  return socket;
}

/** Requests over one HTTP/2 connection, and over another one where the link has cut it. */
function asking(url: string) {
  let session: ClientHttp2Session | undefined;
  const open = () => {
    if (session && !session.closed && !session.destroyed) return session;
    session = connect(url, { rejectUnauthorized: false });
    session.on("error", () => undefined); // its requests fail with it
    return session;
  };
  const once = (path: string, cookie: string, sent?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const request = open().request({
        ":path": path,
        ":method": sent === undefined ? "GET" : "POST",
        ...(cookie && { cookie }),
        ...(sent !== undefined && { "content-type": "application/json" }),
      });
      request.setTimeout(PATIENCE, () => request.destroy(new Error(`${path} was not answered`)));
      let [status, body] = [0, ""];
      request.on("response", (headers) => {
        status = headers[":status"] ?? 0;
      });
      request.setEncoding("utf8").on("data", (piece: string) => {
        body += piece;
      });
      request.on("error", reject);
      request.on("close", () =>
        status === 200 || status === 201 ? resolve(body) : reject(new Error(`${path}: ${status}`)),
      );
      request.end(sent);
    });
  const ask = async (path: string, cookie = "", sent?: string): Promise<string> => {
    for (let tries = 1; ; tries += 1)
      try {
        return await once(path, cookie, sent);
      } catch (error) {
        if (tries === TRIES) throw error;
      }
  };
  return Object.assign(ask, { close: () => session?.close() });
}

/** Everybody votes at one instant, or at random moments; each asks again until its vote is confirmed. */
export async function voteAll(round: string, within: number): Promise<{ times: number[]; refused: number }> {
  const seq = Date.now();
  let refused = 0;
  const times = await Promise.all(
    phones.map(async (socket) => {
      await pause(Math.random() * within * 1_000);
      const started = performance.now();
      const answer = await untilAnswered(socket, "ballot:cast", { round, choice: "for", seq });
      if (!answer.ok) refused += 1;
      return performance.now() - started;
    }),
  );
  return { times, refused };
}

/** As the app does: a message is sent again when its connection is back. */
async function untilAnswered(socket: Socket, name: string, payload: object): Promise<{ ok: boolean }> {
  for (;;) {
    if (!socket.connected) await new Promise<void>((resolve) => socket.once("connect", resolve));
    const lost = new AbortController();
    const answered = socket.timeout(PATIENCE).emitWithAck(name, payload) as Promise<{ ok: boolean }>;
    const cut = new Promise<null>((resolve) => {
      socket.once("disconnect", () => resolve(null));
      lost.signal.addEventListener("abort", () => resolve(null));
    });
    const answer = await Promise.race([answered.catch(() => null), cut]);
    lost.abort();
    if (answer) return answer;
  }
}

/** How long after the first phone each phone receives a phase, in milliseconds. */
export function hearAll(phase: string): Promise<number[]> {
  const heard = phones.map(
    (socket) =>
      new Promise<number>((resolve) => {
        const listen = (snapshot: { phase: string }) => {
          if (snapshot.phase !== phase) return;
          socket.off("session", listen);
          socket.off("connect", ask);
          resolve(performance.timeOrigin + performance.now());
        };
        // A phone that was cut off gets it by asking.
        const ask = () =>
          void untilAnswered(socket, "sync", {}).then((answer) =>
            listen((answer as unknown as { session: { phase: string } }).session),
          );
        socket.on("session", listen);
        socket.on("connect", ask);
      }),
  );
  process.send?.({ ready: true });
  return Promise.all(heard);
}
