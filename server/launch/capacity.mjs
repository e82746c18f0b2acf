// `npm run capacity [-- URL]`: how many phones this server can handle. Asks the running server, or starts one of its own.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { DATABASE, makeCheckFolder } from "./check-folder.mjs";
import { temporaryEnvironment } from "./temporary-environment.mjs";

/** @typedef {import("#debate/protocol/capacity.ts").CapacityState} State */
/** @typedef {import("#debate/protocol/capacity.ts").Capacity} Capacity */
/** @typedef {{ url: string, credentials: { email: string, password: string } }} Server */

/** What would be too slow first with more phones. */
const LIMITS = {
  joining: "joining, if everyone joins within 30 seconds",
  vote: "a vote that everyone casts at the same moment",
  reveal: "a step of the reveal",
};
const REFUSALS = {
  "session-running": "A session is running. Try again after it.",
  duplicate: "A check is running already.",
  "too-many": "Too many checks. Try again in a few minutes.",
  "not-found": "This server stores in PostgreSQL and has no capacity check. Use `npm run bench -- costs`.",
};
const ENDS = {
  canceled: "The check was canceled.",
  "session-running": "The check stopped, because a session started.",
  failed: "The check failed. The server's log says why.",
};

class Refused extends Error {}

const named = process.argv[2];
/** @type {(() => unknown)[]} */
const leaving = [];
let isCancelled = false;
/** What Ctrl+C does besides. The terminal sends it to a server that was started here, too. */
let cancel = () => {};
// After SIGHUP the terminal is gone, and writing to it fails.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    isCancelled = true;
    cancel();
  });

try {
  const address = (named ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/u, "");
  const runs = await isResolved(address);
  if (named && !runs) throw new Refused(`No Resolved server answers at ${address}.`);
  const server = runs ? { url: address, credentials: await askForCredentials(address) } : await startServer();
  await check(server);
} catch (error) {
  const isKnown = error instanceof Refused;
  const why = isKnown ? error.message : `The check could not be made: ${error}`;
  process.stderr.write(`${isCancelled ? ENDS.canceled : why}\n`);
  process.exitCode = 1;
} finally {
  for (const leave of leaving.reverse()) await leave();
}

/** @param {string} url */
async function isResolved(url) {
  const answer = await fetch(`${url}/healthz`).catch(() => null);
  const said = answer?.ok ? await answer.json().catch(() => null) : null;
  return said?.ok === true;
}

/**
 * From the variables that create the first instructor, or typed.
 * @param {string} url
 */
async function askForCredentials(url) {
  const { INSTRUCTOR_EMAIL: email, INSTRUCTOR_PASSWORD: password } = process.env;
  if (email && password) return { email, password };
  if (!process.stdin.isTTY)
    throw new Refused("Set INSTRUCTOR_EMAIL and INSTRUCTOR_PASSWORD to an instructor's, to sign in.");
  process.stdout.write(`A Resolved server runs at ${url}. Sign in to check it.\n`);
  const typing = createInterface({ input: process.stdin, output: process.stdout });
  const typedEmail = await typing.question("Email: ");
  typing.close();
  return { email: typedEmail.trim(), password: await typedPassword() };
}

/** Reads a line without showing it. */
async function typedPassword() {
  const { stdin, stdout } = process;
  stdout.write("Password: ");
  stdin.setRawMode(true);
  stdin.resume();
  let typed = "";
  for await (const chunk of stdin)
    for (const letter of String(chunk)) {
      if (letter === "\r" || letter === "\n") {
        stdin.setRawMode(false);
        stdin.pause();
        stdout.write("\n");
        return typed;
      }
      if (letter === "\u0003") {
        stdin.setRawMode(false);
        throw new Refused(ENDS.canceled);
      }
      typed = letter === "\u007f" ? typed.slice(0, -1) : typed + letter;
    }
  return typed;
}

/**
 * A server for this computer only, on a temporary database beside the real one, and so on the same disk.
 * @returns {Promise<Server>}
 */
async function startServer() {
  const { DATABASE_URL = "file:./data/resolved.db" } = process.env;
  const beside = DATABASE_URL.startsWith("file:") ? path.dirname(DATABASE_URL.slice("file:".length)) : "data";
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  const folder = makeCheckFolder(beside);
  leaving.push(() => rmSync(folder, { recursive: true, force: true }));
  const credentials = { email: "capacity@example.org", password: randomBytes(16).toString("base64url") };
  process.stdout.write("No server runs, so one is started for the check.\n");
  const child = spawn(process.execPath, [fileURLToPath(new URL("start.mjs", import.meta.url))], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      LOG_LEVEL: "error",
      ...temporaryEnvironment(process.env),
      HOST: "127.0.0.1",
      PORT: "0",
      DATABASE_URL: `file:${path.join(folder, DATABASE)}`,
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      INSTRUCTOR_EMAIL: credentials.email,
      INSTRUCTOR_PASSWORD: credentials.password,
    },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  cancel = () => child.kill("SIGTERM");
  leaving.push(() => {
    child.kill("SIGTERM");
    return ended;
  });
  let printed = "";
  const url = await new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      if (String(chunk).startsWith("Building")) process.stdout.write(chunk);
      const found = /Resolved is ready: (\S+)\n/u.exec(printed)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Refused("The server could not be started.")));
  });
  return { url, credentials };
}

/** @param {Server} server */
async function check({ url, credentials }) {
  const signedIn = await send(`${url}/api/auth/sign-in/email`, "POST", credentials);
  if (!signedIn.ok) throw new Refused("That email and password don't match.");
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  /** @param {string} method */
  const ask = (method) => send(`${url}/api/capacity`, method, undefined, cookie);
  const started = await ask("POST");
  if (!started.ok) throw new Refused(await reasonOf(started));
  cancel = () => void ask("DELETE").catch(() => undefined);
  if (isCancelled) cancel(); // the signal came before the answer
  process.stdout.write("Simulated phones join, vote and follow a reveal, for about 20 seconds...\n");
  for (;;) {
    await pause(1_000);
    /** @type {State} */
    const { running, last, found } = await (await ask("GET")).json();
    if (running) {
      if (running.phones > 0) process.stdout.write(`  ${running.phones} phones\n`);
      continue;
    }
    if (last?.outcome !== "measured" || !found)
      throw new Refused(ENDS[last && last.outcome !== "measured" ? last.outcome : "failed"]);
    process.stdout.write(`${words(found.capacity)}\n`);
    return;
  }
}

/** @param {Response} refused */
async function reasonOf(refused) {
  const { error } = await refused.json();
  return REFUSALS[/** @type {keyof typeof REFUSALS} */ (error.code)] ?? error.message;
}

/** @param {Capacity} capacity */
function words({ phones, orMore, limit, played, vote, reveal, joinsPerMinute }) {
  const about = orMore ? `at least ${phones}` : `about ${phones}`;
  return `
This server can handle ${about} phones.
The Wi-Fi was not measured. It can often handle fewer phones than the server.

  largest class played      ${played} phones
  a vote of all at once     ${vote} ms for 95 of 100
  a step of the reveal      ${reveal} ms for 95 of 100
  phones that can join      ${joinsPerMinute} a minute
  slow first                ${LIMITS[limit]}

The number has a safety margin of a quarter. Other programs lower it while they run.`;
}

/**
 * @param {string} address
 * @param {string} method
 * @param {object} [body]
 * @param {string} [cookie]
 */
function send(address, method, body, cookie = "") {
  return fetch(address, {
    method,
    headers: { cookie, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}
