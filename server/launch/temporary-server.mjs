import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";

/** Variables of the real server, with which a temporary one would not start. */
const OF_THE_REAL_SERVER = [
  "PUBLIC_URL",
  "REDIS_URL",
  "SMTP_URL",
  "MAIL_FROM",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
  "OIDC_INSTRUCTORS",
  "CONTACT",
];

/**
 * The environment of a server on a temporary database, on a computer where the real one may be configured.
 * @param {NodeJS.ProcessEnv} variables
 */
export function temporaryEnvironment(variables) {
  const kept = { ...variables };
  for (const name of OF_THE_REAL_SERVER) delete kept[name];
  return kept;
}

/**
 * A server on a database in this folder, with this instructor.
 * @param {string} folder
 * @param {{ email: string, password: string }} instructor
 * @param {Record<string, string>} [variables]
 */
export function startTemporaryServer(folder, instructor, variables) {
  return spawn(process.execPath, ["server/launch/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      LOG_LEVEL: "warn",
      ...temporaryEnvironment(process.env),
      DATABASE_URL: `file:${path.join(folder, "resolved.db")}`,
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      INSTRUCTOR_EMAIL: instructor.email,
      INSTRUCTOR_PASSWORD: instructor.password,
      ...variables,
    },
  });
}
