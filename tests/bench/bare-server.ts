// The bare baseline: Socket.IO and better-sqlite3 in WAL with synchronous=FULL, and a group commit written by hand.
// No sessions, no rules, no roles: the minimum cost of any durable live poll on this stack.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import BetterSqlite3 from "better-sqlite3";
import { Server } from "socket.io";

type Vote = { round: string; choice: string; seq: number };
type Waiting = { seat: string; vote: Vote; acknowledge: (answer: object) => void };

const database = new BetterSqlite3(process.argv[2] ?? "bare.db");
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(
  "CREATE TABLE IF NOT EXISTS vote (seat TEXT, round TEXT, choice TEXT, seq INTEGER, PRIMARY KEY (seat, round)) WITHOUT ROWID",
);
const store = database.prepare(
  "INSERT INTO vote VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET choice = excluded.choice, seq = excluded.seq WHERE excluded.seq > seq",
);
const storeAll = database.transaction((group: Waiting[]) => {
  for (const { seat, vote } of group) store.run(seat, vote.round, vote.choice, vote.seq);
});

let waiting: Waiting[] = [];

function commit(): void {
  const group = waiting;
  waiting = [];
  storeAll(group);
  for (const { vote, acknowledge } of group) acknowledge({ ok: true, seq: vote.seq });
}

/** In milliseconds: the event loop's delay is measured as in server/platform/metrics.ts. */
const LOOK_EVERY = 20;
const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY });
delay.enable();

const kept = new Map<string, Buffer>();
const server = createServer((request, response) => {
  if (request.url === "/ok") return void response.end("ok");
  // So many bytes of JSON, which are kept.
  const size = /^\/json\/(\d+)$/u.exec(request.url ?? "")?.[1];
  if (size !== undefined) {
    const bytes = kept.get(size) ?? Buffer.from(JSON.stringify("x".repeat(Number(size) - 2)));
    kept.set(size, bytes);
    response
      .setHeader("content-type", "application/json")
      .setHeader("content-length", bytes.length)
      .end(bytes);
    return;
  }
  const seconds = Math.max(0, delay.percentile(99) / 1e9 - LOOK_EVERY / 1_000);
  response.end(`bare_event_loop_delay_p99_seconds ${seconds}\n`);
  delay.reset();
});
const io = new Server(server, { serveClient: false, perMessageDeflate: false });
io.on("connection", (socket) => {
  const { seat } = socket.handshake.auth as { seat: string };
  socket.on("ballot:cast", (vote: Vote, acknowledge: Waiting["acknowledge"]) => {
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ seat, vote, acknowledge });
  });
});
process.on("message", (message: { phase?: string }) => {
  if (message.phase) io.emit("session", { phase: message.phase });
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
