import { randomBytes, randomInt, randomUUID } from "node:crypto";
import os from "node:os";
import path from "node:path";
import type { AppParts } from "#server/app/app-parts.ts";
import { createApp } from "#server/app.ts";
import { warmUp } from "#server/capacity/warm-up.ts";
import { EVERYWHERE } from "#server/http/origin.ts";
import type { Pages } from "#server/http/shared-pages.ts";
import type { Oidc } from "#server/identity/oidc.ts";
import { authSecret } from "#server/identity/secret.ts";
import { announcement } from "#server/launch/announcement.ts";
import { assertPortFree, portFault } from "#server/launch/port.ts";
import { releaseIn } from "#server/launch/release.mjs";
import { startNextDev, startNextProcess } from "#server/pages/next-process.ts";
import { providePageApi } from "#server/pages/page-api.ts";
import { readStaticFiles, withServiceWorker } from "#server/pages/static-files.ts";
import {
  BadEnvironment,
  type Environment,
  INSECURE_PLATFORMS,
  readEnvironment,
} from "#server/platform/environment.ts";
import { createLog } from "#server/platform/log.ts";
import { createMail } from "#server/platform/mail.ts";
import { findIgnored } from "#server/platform/misspelled.ts";
import { openRedis } from "#server/platform/redis.ts";
import { stopOnSignal } from "#server/platform/stop-on-signal.ts";
import { UnusableDatabase } from "#server/platform/storage-failures.ts";
import { refuseOtherUpgrades } from "#server/sockets/sockets.ts";
import { folderBeside, openDatabase } from "#server/store/open-database.ts";
import { deleteCopies } from "#server/store/sqlite/migrate-sqlite.ts";
import { databaseFile } from "#server/store/sqlite/open-sqlite.ts";
import { realFile } from "#server/store/sqlite/real-file.mjs";

const MIGRATIONS = path.resolve("prisma/migrations");
/** Reads imported files; server/launch/build.mjs builds it. */
const FILE_CHILD = "dist/file-child.js";
const SKEWED =
  "this machine's clock is off the database's by so many milliseconds; times of sessions are the database's, but sign-ins and certificates need a right clock, too";

async function main(): Promise<void> {
  process.umask(0o077); // files are readable by this user only
  const isDevelopment = process.env.NODE_ENV !== "production";
  const environment = readEnvironment(process.env);
  const log = createLog(environment.LOG_LEVEL);
  for (const name of findIgnored(process.env))
    log.warn(`${name} is not a variable of Resolved, and is ignored; docs/configuration.md lists all`);
  await assertPortFree(environment);
  const opening = openDatabase(environment.DATABASE_URL, {
    migrations: MIGRATIONS,
    pool: environment.DATABASE_POOL,
    shared: environment.REDIS_URL !== undefined,
    machine: { now: Date.now, onSkewed: (ahead) => log.warn({ ahead: Math.round(ahead) }, SKEWED) },
  });
  let close = async () => (await opening).close();
  const signals = stopOnSignal(opening, () => close());
  const database = await opening;
  if (signals.isStopping()) return;
  const folder = folderBeside(environment);
  const secret = await authSecret(environment.AUTH_SECRET, folder);
  if (environment.LTI_INSECURE_PLATFORMS) log.warn(INSECURE_PLATFORMS);
  const parts: Omit<AppParts, "database" | "redis"> = {
    clock: database.now,
    ids: {
      uuid: randomUUID,
      key: () => randomBytes(18).toString("base64url"),
      draw: (below) => randomInt(below),
    },
    log,
    secret,
    publicUrl: environment.PUBLIC_URL,
    trustProxy: environment.TRUST_PROXY,
    hosts: () => ownHosts(environment),
    frameAncestors: environment.FRAME_ANCESTORS,
    release: { ...releaseIn("."), ...(isDevelopment && { build: "development" }) },
    files: isDevelopment ? undefined : withServiceWorker(await readStaticFiles(), environment.SERVICE_WORKER),
    isDevelopment,
    fileChild: isDevelopment ? undefined : FILE_CHILD,
    fileQuota: environment.FILES_MB * 1024 * 1024,
    retentionDays: environment.RETENTION_DAYS,
    contact: environment.CONTACT,
    insecurePlatforms: environment.LTI_INSECURE_PLATFORMS,
    metricsToken: environment.METRICS_TOKEN,
    messagesPerSecond: environment.MESSAGES_PER_SECOND,
    phonesPerAddress: environment.PHONES_PER_ADDRESS,
    mail:
      environment.SMTP_URL && environment.MAIL_FROM
        ? createMail(environment.SMTP_URL, environment.MAIL_FROM)
        : undefined,
    oidc: environment.OIDC_ISSUER ? oidcOf(environment.OIDC_ISSUER, environment) : undefined,
  };
  const file = database.engine === "sqlite" ? databaseFile(environment.DATABASE_URL) : null;
  const app = createApp({
    ...parts,
    database,
    redis: environment.REDIS_URL ? openRedis(environment.REDIS_URL, log) : null,
  });
  providePageApi(app.pageApi);
  // One unhandled rejection must not end a lesson. Confirmed votes are on disk anyway.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled promise rejection"));
  close = () => app.close();

  const starting = isDevelopment ? startNextDev(app.server) : startNextProcess(log, app);
  if (!isDevelopment) refuseOtherUpgrades(app.server);

  const { INSTRUCTOR_EMAIL: email, INSTRUCTOR_PASSWORD: password } = environment;
  if (email && password)
    await app.instructors.ensure({ name: email.split("@")[0] ?? email, email, password });
  if (!isDevelopment && environment.WARM_UP) {
    // While Next.js starts, which takes as long.
    const pages: Pages = (request, response) =>
      void starting.then(
        (answer) => answer(request, response),
        () => response.destroy(),
      );
    await warmUp(parts, MIGRATIONS, pages).catch((error: unknown) =>
      log.warn({ err: error }, "the warm-up failed; the first votes will be slower"),
    );
    providePageApi(app.pageApi); // the warm-up had provided its own
  }
  const pages = await starting;
  const port = await app.listen(environment.PORT, environment.HOST, pages);
  const { HOST: host, PUBLIC_URL: publicUrl } = environment;
  const setupToken = await app.instructors.setupToken();
  process.stdout.write(
    announcement({
      host,
      publicUrl,
      port,
      network: lanAddresses(environment),
      data: file === null ? "PostgreSQL" : folder,
      setupToken,
    }),
  );
  if (file !== null) await deleteCopies(realFile(file), Date.now() - process.uptime() * 1_000);
}

function oidcOf(issuer: string, environment: Environment): Oidc {
  const { OIDC_CLIENT_ID = "", OIDC_CLIENT_SECRET = "", OIDC_NAME, OIDC_INSTRUCTORS = [] } = environment;
  return {
    issuer,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME ?? new URL(issuer).hostname,
    instructors: OIDC_INSTRUCTORS,
    isOnly: environment.OIDC_ONLY,
  };
}

/** The IPv4 addresses of this server in the local network; none if it has a public address. */
function lanAddresses({ HOST, PUBLIC_URL }: Pick<Environment, "HOST" | "PUBLIC_URL">): string[] {
  if (PUBLIC_URL || !EVERYWHERE.includes(HOST)) return [];
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
    )
    .map(({ address }) => address);
}

/** [O8] The hosts that links may begin with; a public address replaces them. */
function ownHosts({ HOST, PUBLIC_URL }: Environment): string[] {
  if (PUBLIC_URL) return [];
  return EVERYWHERE.includes(HOST) ? lanAddresses({ HOST, PUBLIC_URL }) : [HOST];
}

/** Errors that a user can fix are printed in one line; anything else is a bug and prints its stack. */
function explain(error: unknown): string {
  if (error instanceof BadEnvironment || error instanceof UnusableDatabase) return error.message;
  return portFault(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
