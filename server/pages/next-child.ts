// The Next.js process. It reads through the page API, whose other side is in the server process.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { type PageApi, providePageApi } from "#server/pages/page-api.ts";
import { answerOnlyWith } from "#server/pages/page-key.ts";
import { createCalls } from "#server/platform/rpc.ts";

// [O18] It ends with the server, also with one that was gone before this line.
process.once("disconnect", () => process.exit(0));
if (!process.connected) process.exit(0);
const send = (message: object) => process.send?.(message);
const { call } = createCalls({ send, onMessage: (listener) => process.on("message", listener) });
const asData = (given: unknown) => (given instanceof Headers ? [...given] : given);
const ask =
  <Name extends keyof PageApi>(name: Name) =>
  (...given: Parameters<PageApi[Name]>): ReturnType<PageApi[Name]> =>
    call(name, ...given.map(asData)) as ReturnType<PageApi[Name]>;
providePageApi({
  instructor: ask("instructor"),
  setupOpen: ask("setupOpen"),
  invitation: ask("invitation"),
  reset: ask("reset"),
  site: ask("site"),
  retention: ask("retention"),
  provider: ask("provider"),
  oidcOnly: ask("oidcOnly"),
  withoutSecondFactor: ask("withoutSecondFactor"),
  instructors: ask("instructors"),
  account: ask("account"),
  platforms: ask("platforms"),
  dashboard: ask("dashboard"),
  surprise: ask("surprise"),
  classes: ask("classes"),
  schoolClass: ask("schoolClass"),
  studentYear: ask("studentYear"),
  compare: ask("compare"),
  debate: ask("debate"),
  usual: ask("usual"),
  phone: ask("phone"),
  card: ask("card"),
  host: ask("host"),
  passes: ask("passes"),
  participation: ask("participation"),
  marks: ask("marks"),
  fairness: ask("fairness"),
  screen: ask("screen"),
  results: ask("results"),
});

// Next handles upgrades on the server that it is given; this one gets none.
const pages = next({ dev: false, httpServer: createServer(), dir: process.cwd() });
await pages.prepare();
const handle = pages.getRequestHandler();
// [O9] Other programs on this machine can reach the port, so requests need a key that only the parent process gets.
const key = randomBytes(32).toString("base64url");
const server = createServer(answerOnlyWith(key, (request, response) => void handle(request, response)));
server.keepAliveTimeout = 0; // only the parent connects, and may reuse a connection at any time
server.listen(0, "127.0.0.1", () => send({ port: (server.address() as AddressInfo).port, key }));
// A signal may reach all processes of a terminal or a service. The parent ends this one after it has stopped.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
