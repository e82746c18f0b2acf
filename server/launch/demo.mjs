// `resolved demo`: a server with a simulated class, on a temporary database.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DEMO_HOMEWORK, DEMO_SETTINGS } from "./demo-settings.mjs";
import { enterProgram } from "./program.mjs";
import { startTemporaryServer } from "./temporary-server.mjs";

const DEBATE = "japan-russia-card";
const CLASS_SIZE = 30;
const SCHEDULE = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, near: DEMO_HOMEWORK };
const INSTRUCTOR = {
  email: "demo@example.org",
  // Others in the network may reach the server, so the password must be random.
  password: `demo-${randomBytes(4).toString("hex")}`,
};

enterProgram();
const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-demo-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const server = startTemporaryServer(folder, INSTRUCTOR);

let printed = "";
server.stdout.on("data", (chunk) => {
  process.stdout.write(chunk);
  const wasReady = isReady();
  printed += chunk;
  if (!wasReady && isReady())
    simulateLesson().catch((error) => {
      process.stderr.write(`The demo could not start: ${error.message}\n`);
      server.kill("SIGTERM");
    });
});
server.once("exit", (code) => process.exit(code ?? 1));
// Ctrl+C also reaches the server; a signal to this process alone does not. Either way, wait until it has stopped.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill("SIGTERM"));

/** Whether the server has printed everything that it prints on starting. */
function isReady() {
  return /Resolved is ready: \S+\n/u.test(printed);
}

async function simulateLesson() {
  const url = /Resolved is ready: (\S+)/u.exec(printed)?.[1] ?? "";
  const onPhones = /On this network: +(\S+)/u.exec(printed)?.[1] ?? url;
  const { code, urls } = await openSession(url);
  const { pathname, search } = new URL(urls.screen);
  process.stdout.write(
    `
A demo: ${CLASS_SIZE} simulated students join session ${code} and follow what you do in the control room.

Control room   ${url}/host/${code}
  email        ${INSTRUCTOR.email}
  password     ${INSTRUCTOR.password}
Projector      ${url}${pathname}${search}
Join           ${onPhones}/s/${code}

The first vote opens at a set date, one to two minutes from now, the reading and the vote after it two minutes later each,
as for homework. The screens say when, in the time zone ${SCHEDULE.zone}. From then on, or before, you move the class.
Close the session at the end, and open the later vote at once: the students vote once more, as if weeks had passed.
Ctrl+C stops everything and deletes its data.
`,
  );
}

/** @param {string} url */
async function openSession(url) {
  const signedIn = await post(`${url}/api/auth/sign-in/email`, INSTRUCTOR);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const opening = { debateId: DEBATE, settings: DEMO_SETTINGS, simulated: CLASS_SIZE, schedule: SCHEDULE };
  const opened = await post(`${url}/api/sessions`, opening, { cookie });
  return opened.json();
}

/**
 * @param {string} address
 * @param {object} body
 */
async function post(address, body, headers = {}) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered ${response.status}`);
  return response;
}
