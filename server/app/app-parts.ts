import type { Logger } from "pino";
import type { Release } from "#debate/protocol/answers/health.ts";
import type { StoredFile } from "#server/http/fixed-answers.ts";
import type { PasswordHasher } from "#server/identity/auth.ts";
import type { Oidc } from "#server/identity/oidc.ts";
import type { Mail } from "#server/platform/mail.ts";
import type { Redis } from "#server/platform/redis.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import type { Database } from "#server/store/database.ts";

/** The parts that differ between the real program and a test. */
export type AppParts = {
  database: Database;
  clock: () => number;
  ids: Omit<Ids, "ofWords">;
  log: Logger;
  secret: string;
  publicUrl: string | undefined;
  trustProxy: boolean;
  /** The hosts at which others can reach this server; students see the first one. */
  hosts?: (() => readonly string[]) | undefined;
  /** Other sites that may show students' pages in a frame. */
  frameAncestors?: readonly string[] | undefined;
  /** The static files by path; without them all requests for pages go to the pages. */
  files?: ReadonlyMap<string, StoredFile> | undefined;
  /** Whether pages reload on changes, which needs a weaker Content-Security-Policy. */
  isDevelopment?: boolean;
  /** Connects servers that share a database; null for a single server. */
  redis: Redis | null;
  /** [T9] Sessions are deleted after this many days; undefined: as chosen at setup. */
  retentionDays?: number | undefined;
  /** [I29] Whom to ask about this server: an email address or a web address. */
  contact?: string | undefined;
  /** The token for metrics; without it only this machine may read them. */
  metricsToken?: string | undefined;
  /** [L1] How many messages a second a seat may send continuously. */
  messagesPerSecond?: number | undefined;
  /** [L6, L7, L29] How many phones one network address may have. */
  phonesPerAddress?: number | undefined;
  /** [L6] How long a whole request may take to arrive, in milliseconds. */
  requestWithin?: number | undefined;
  /** An OpenID Connect provider for instructors. */
  oidc?: Oidc | undefined;
  /** Sends mail, whose links lead to `publicUrl`. */
  mail?: Mail | undefined;
  /** A faster password hasher for tests. */
  hasher?: PasswordHasher | undefined;
  /** Reads imported files; from its source without it. */
  fileChild?: string | undefined;
  /** [L21] How many bytes of files an instructor may keep. */
  fileQuota?: number | undefined;
  /** [O40] The version and build that this is. */
  release?: Release | undefined;
  /** [Q42] For tests: learning platforms may be reached by http, and on this machine. */
  insecurePlatforms?: boolean | undefined;
  /** A temporary server's process is measured by the real one. */
  isTemporary?: boolean | undefined;
};
