// The server without its pages, as a separate process: everything that a ballot passes through, started in a fraction
// of the time. Bundled and started by tests/support/program.ts.
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import path from "node:path";
import { createApp } from "#server/app.ts";
import { readEnvironment } from "#server/platform/environment.ts";
import { createLog } from "#server/platform/log.ts";
import { openRedis } from "#server/platform/redis.ts";
import { stopOnSignal } from "#server/platform/stop-on-signal.ts";
import { openDatabase } from "#server/store/open-database.ts";

const {
  DATABASE_URL,
  DATABASE_POOL,
  REDIS_URL,
  TRUST_PROXY,
  HOST,
  PORT,
  LOG_LEVEL,
  AUTH_SECRET,
  INSTRUCTOR_EMAIL,
  INSTRUCTOR_PASSWORD,
} = readEnvironment(process.env);
const log = createLog(LOG_LEVEL);
const opening = openDatabase(DATABASE_URL, {
  migrations: path.resolve("prisma/migrations"),
  pool: DATABASE_POOL,
  shared: REDIS_URL !== undefined,
});
const signals = stopOnSignal(opening, async () => (await opening).close());
await opening;
if (signals.isStopping()) await new Promise(() => undefined); // until it has closed
const app = createApp({
  database: await opening,
  clock: (await opening).now,
  ids: {
    uuid: randomUUID,
    key: () => randomBytes(18).toString("base64url"),
    draw: (below) => randomInt(below),
  },
  log,
  secret: AUTH_SECRET ?? "",
  publicUrl: undefined,
  trustProxy: TRUST_PROXY,
  requestWithin: Number(process.env.REQUEST_WITHIN) || undefined,
  redis: REDIS_URL ? openRedis(REDIS_URL, log) : null,
});
if (INSTRUCTOR_EMAIL && INSTRUCTOR_PASSWORD)
  await app.instructors.ensure({ name: "Grace", email: INSTRUCTOR_EMAIL, password: INSTRUCTOR_PASSWORD });
process.stdout.write(`Resolved is ready: http://${HOST}:${await app.listen(PORT, HOST)}\n`);
