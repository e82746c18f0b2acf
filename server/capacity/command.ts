// Classes of simulated phones that grow, on a server of their own with a temporary database, until one is too slow. [Q1]
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { awaitMessage, resultOf } from "#server/capacity/phones/await-message.ts";
import { openSession } from "#server/capacity/phones/control-room.ts";
import type { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import { type Files, visit } from "#server/capacity/phones/visit.ts";
import { castAll } from "#server/capacity/phones/voting.ts";
import { startTemporaryServer } from "#server/launch/temporary-server.mjs";
import { databaseUrl } from "#server/platform/data-folder.mjs";

/** `npm run capacity -- 300` */
const largest = Number(process.argv[2] ?? 5_000);
const SIZES = [30, 100, 300, 1_000, 2_000, 5_000].filter((size) => size <= largest);
/** [Q2] Seconds in which all must have joined; milliseconds in which 95 of 100 must have a vote or a step of the reveal. */
const BOUNDS = { joining: 30, answer: 1_000 };
/** Phones that join at the same time. */
const AT_ONCE = 20;
/** How long the last phone may take to receive a step, in milliseconds. */
const TIMEOUT = 20_000;
const INSTRUCTOR = { email: "capacity@example.org", password: randomBytes(16).toString("base64url") };

type Played = { phones: number; joining: number; vote: number; reveal: number };

if (SIZES.length === 0) {
  process.stderr.write("Name the largest class to play, a number from 30 to 5000.\n");
  process.exit(1);
}
const database = databaseUrl(process.env);
if (!database.startsWith("file:")) {
  process.stderr.write("A server on PostgreSQL can't be checked here.\n");
  process.exit(1);
}
// Beside the real database, and so on the same disk.
const beside = path.dirname(database.slice("file:".length));
mkdirSync(beside, { recursive: true, mode: 0o700 });
const folder = mkdtempSync(path.resolve(beside, "capacity-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const server = startTemporaryServer(folder, INSTRUCTOR, { LOG_LEVEL: "error", HOST: "127.0.0.1", PORT: "0" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill("SIGTERM"));
const ended = once(server, "exit");
void ended.then(() => process.exit(process.exitCode ?? 1));
try {
  await check(await addressOf());
  process.exitCode = 0;
} catch (error) {
  process.stderr.write(`The check could not be made: ${error}\n`);
} finally {
  server.kill("SIGTERM");
  await ended;
}

async function addressOf(): Promise<string> {
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /^Resolved is ready: (\S+)$/u.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error("The server could not be started.");
}

async function check(url: string): Promise<void> {
  print("Simulated phones join, vote and follow a reveal, for a minute at most.\n");
  print("  phones   all joined within   a vote   a step of the reveal");
  const host = await openSession(url, INSTRUCTOR);
  const wires: PhoneConnection[] = [];
  let last: Played | null = null;
  for (const size of SIZES) {
    const played = await play(url, host, wires, size);
    print(rowOf(played));
    if (isTooSlow(played)) break;
    last = played;
  }
  for (const wire of wires) wire.close();
  const said = last
    ? `This computer can handle ${last.phones} phones`
    : "This computer is too slow for 30 phones";
  print(`\n${said}${last?.phones === SIZES.at(-1) ? " or more" : ""}.`);
  print("The Wi-Fi was not measured. It can often handle fewer phones than the server.");
}

/** Lets more phones join, plays both votes and two steps of the reveal, and goes back to the lobby. */
async function play(
  url: string,
  host: Awaited<ReturnType<typeof openSession>>,
  wires: PhoneConnection[],
  size: number,
): Promise<Played> {
  const joining = await join(url, host.code, wires, size);
  const vote = async (round: "before" | "after") => p95(await castAll(wires, { round }));
  const show = async (step: "before" | "flow") => {
    let shownAt = 0;
    const times = await awaitMessage(wires, resultOf(step), TIMEOUT, () => {
      shownAt = performance.now();
      // If this fails, no phone receives the step, and the wait above times out.
      host.show(step).catch(() => undefined);
    });
    return p95(times.map((at) => at - shownAt));
  };
  await host.move("before");
  const first = await vote("before");
  for (const phase of ["reading", "rebuttal", "after"] as const) await host.move(phase);
  const second = await vote("after");
  await host.move("results");
  const reveal = Math.max(await show("before"), await show("flow"));
  await host.move("lobby");
  return { phones: size, joining, vote: Math.max(first, second), reveal };
}

/** How many seconds a class of this size takes to join, by those who are missing. */
async function join(url: string, code: string, wires: PhoneConnection[], size: number): Promise<number> {
  const files: Files = { paths: null };
  const missing = size - wires.length;
  let left = missing;
  const startedAt = performance.now();
  const enterInTurn = async () => {
    while (left > 0) {
      left -= 1;
      wires.push(await visit(url, code, files));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, missing) }, enterInTurn));
  return (((performance.now() - startedAt) / missing) * size) / 1_000;
}

function isTooSlow({ joining, vote, reveal }: Played): boolean {
  return joining > BOUNDS.joining || vote > BOUNDS.answer || reveal > BOUNDS.answer;
}

function rowOf({ phones, joining, vote, reveal }: Played): string {
  const cells = [
    phones.toLocaleString("en"),
    `${Math.ceil(joining)} s`,
    `${Math.round(vote)} ms`,
    `${Math.round(reveal)} ms`,
  ];
  return [8, 20, 9, 23].map((width, n) => cells[n]?.padStart(width)).join("");
}

function p95(times: number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
