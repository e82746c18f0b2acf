import { fileURLToPath } from "node:url";
import { z } from "zod";
import { EMAIL } from "#debate/rules/email.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { RETENTION_DAYS } from "#debate/rules/retention.ts";
import { LOOPBACK_HOSTS } from "#server/platform/address.ts";
import { databaseUrl, dataFolder } from "#server/platform/data-folder.mjs";
import { findMisspelled } from "#server/platform/misspelled.ts";

/** [O12] The shortest secret that may sign, in characters. */
export const SHORTEST_SECRET = 32;
/** [Q42] A warning where it is set. */
export const INSECURE_PLATFORMS =
  "LTI_INSECURE_PLATFORMS is true, which is for tests alone: a learning platform can make this server send requests to its own network. Leave it out.";
const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .refine((number) => number >= least && number <= most);

function namesSqlite(url: string): boolean {
  if (!/^file:./u.test(url)) return false;
  if (!url.startsWith("file://")) return true;
  // Such a URL can also name a file on another machine, or none.
  try {
    return fileURLToPath(url) !== "";
  } catch {
    return false;
  }
}

/** Requires a database name, which would otherwise default to the user's. */
function namesPostgresql(url: string): boolean {
  return /^postgres(ql)?:\/\/./u.test(url) && hasNoStrayAt(url) && new URL(url).pathname.length > 1;
}

/** [O14] Whether everything before the last `@` is user and password. After a `/` in the password, the rest would count as a path, and be printed. */
function hasNoStrayAt(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return !`${pathname}${search}${hash}`.includes("@");
}

/** http is allowed on this machine only, for trying it out. */
function namesIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(issuer);
  const isHere = LOOPBACK_HOSTS.includes(hostname);
  return (
    (protocol === "https:" || (protocol === "http:" && isHere)) && !(search || hash || username || password)
  );
}

/** Only what server/platform/mail.ts reads: more would be taken for a setting that has no effect. */
function namesMailServer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(url);
  try {
    decodeURIComponent(username + password);
  } catch {
    return false;
  }
  const isBare = ["", "/"].includes(pathname) && !search && !hash;
  return /^smtps?:$/u.test(protocol) && hostname !== "" && isBare && !username === !password;
}

/** An address, or a name and an address in angle brackets. */
function namesSender(from: string): boolean {
  const [, address = from] = /^[^<>"\\\p{Cc}]+ <([^<>]+)>$/u.exec(from) ?? [];
  return EMAIL.test(address);
}

/** [I29] An email address, or a page, without a password in its address: everyone sees it. */
function namesContact(contact: string): boolean {
  if (EMAIL.test(contact)) return true;
  if (!URL.canParse(contact)) return false;
  const { protocol, username, password } = new URL(contact);
  return /^https?:$/u.test(protocol) && !(username || password);
}

/** For an unknown name, or one in another case, Node silently uses UTC. */
function namesTimeZone(given: string): boolean {
  const zone = given.replace(/^:/u, "");
  if (zone === "/etc/localtime") return true;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
    const isOtherCase = timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase();
    return /^[A-Z]/u.test(zone) && !isOtherCase;
  } catch {
    return false;
  }
}

/** A site for Content-Security-Policy, without characters that would end its directive. */
const FRAME_SITE = /^https?:\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)*(:\d{1,5})?$/iu;

const ALLOWED = {
  PORT: [wholeNumber(0, 65_535).default(3000), "a whole number from 0 to 65535"],
  HOST: [z.string().min(1).default("0.0.0.0"), "an address or host name to listen on"],
  PUBLIC_URL: [
    z
      .url({ protocol: /^https?$/u })
      .transform((url) => new URL(url))
      .refine((url) => url.pathname === "/" && !url.search && !url.hash)
      .transform((url) => url.origin)
      .optional(),
    "an http or https address without a path, such as https://resolved.example.org",
  ],
  DATA_DIR: [z.string(), "a folder"],
  DATABASE_URL: [
    z.string().refine((url) => namesSqlite(url) || namesPostgresql(url)),
    "file: and a path, such as file:./data/resolved.db, or postgresql: and a server, such as postgresql://resolved@db/resolved (in a password / is %2F, and @ is %40)",
  ],
  DATABASE_POOL: [wholeNumber(2, 200).default(10), "a whole number from 2 to 200"],
  REDIS_URL: [
    z
      .url({ protocol: /^rediss?$/u })
      .refine(hasNoStrayAt)
      .optional(),
    "the address of a Redis, such as redis://redis.example.org:6379 (in a password / is %2F, and @ is %40)",
  ],
  AUTH_SECRET: [z.string().min(SHORTEST_SECRET).optional(), `at least ${SHORTEST_SECRET} characters`],
  INSTRUCTOR_EMAIL: [z.email({ pattern: EMAIL }).optional(), "an email address"],
  INSTRUCTOR_PASSWORD: [
    z
      .string()
      .refine((password) => passwordFault(password, { name: "", email: "" }) === null)
      .optional(),
    "10 to 128 characters, and not one of those that are tried first",
  ],
  OIDC_ISSUER: [
    z.string().refine(namesIssuer).optional(),
    "the https address of an OpenID Connect provider, as it names itself, such as https://accounts.example.org",
  ],
  OIDC_CLIENT_ID: [z.string().max(500).optional(), "what the provider calls this server"],
  OIDC_CLIENT_SECRET: [z.string().max(2_000).optional(), "the secret that the provider gave for it"],
  OIDC_NAME: [z.string().trim().min(1).max(40).optional(), "a name for the button, of at most 40 characters"],
  OIDC_INSTRUCTORS: [
    z
      .string()
      .transform((listed) =>
        listed === "invited"
          ? []
          : listed
              .toLowerCase()
              .split(",")
              .map((each) => each.trim()),
      )
      .refine((listed) => listed.every((each) => /^[^\s@]*@[^\s@]+\.[^\s@]+$/u.test(each)))
      .optional(),
    "invited, or addresses and domains with commas between, such as grace@example.org, @staff.example.org",
  ],
  OIDC_ONLY: [
    z
      .enum(["true", "false"])
      .transform((word) => word === "true")
      .default(false),
    "true or false",
  ],
  SMTP_URL: [
    z.string().refine(namesMailServer).optional(),
    "the address of a mail server, such as smtps://user:password@mail.example.org or smtp://localhost:25",
  ],
  MAIL_FROM: [
    z.string().trim().max(200).refine(namesSender).optional(),
    "an email address, or a name and an address, such as Resolved <debates@example.org>",
  ],
  TRUST_PROXY: [
    z
      .enum(["true", "false"])
      .transform((word) => word === "true")
      .default(false),
    "true or false",
  ],
  FRAME_ANCESTORS: [
    z
      .string()
      .transform((sites) => sites.split(/[\s,]+/u).filter((site) => site !== ""))
      .refine((sites) => sites.every((site) => FRAME_SITE.test(site)))
      .default([]),
    "addresses of sites, such as https://lms.example.org or https://*.example.org, with spaces between them",
  ],
  RETENTION_DAYS: [
    wholeNumber(RETENTION_DAYS.least, RETENTION_DAYS.most).optional(),
    `a whole number of days from ${RETENTION_DAYS.least} to ${RETENTION_DAYS.most}`,
  ],
  CONTACT: [
    z.string().trim().max(200).refine(namesContact).optional(),
    "an email address, or an http or https address, such as privacy@example.org or https://example.org/contact",
  ],
  FILES_MB: [wholeNumber(0, 1_000_000).default(500), "a whole number from 0 to 1000000"],
  LTI_INSECURE_PLATFORMS: [
    z
      .enum(["true", "false"])
      .transform((word) => word === "true")
      .default(false),
    "true or false",
  ],
  METRICS_TOKEN: [z.string().min(16).optional(), "at least 16 characters"],
  MESSAGES_PER_SECOND: [wholeNumber(5, 1_000_000).default(300), "a whole number from 5 to 1000000"],
  PHONES_PER_ADDRESS: [wholeNumber(100, 1_000_000).default(6_000), "a whole number from 100 to 1000000"],
  SERVICE_WORKER: [
    z
      .enum(["true", "false"])
      .transform((word) => word === "true")
      .default(true),
    "true or false",
  ],
  WARM_UP: [
    z
      .enum(["true", "false"])
      .transform((word) => word === "true")
      .default(true),
    "true or false",
  ],
  LOG_LEVEL: [z.enum(LEVELS).default("info"), LEVELS.join(", ")],
  TZ: [z.string().refine(namesTimeZone).optional(), "the name of a time zone, such as Asia/Tokyo"],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type Name = keyof typeof ALLOWED;
export type Environment = { [Key in Name]: z.output<(typeof ALLOWED)[Key][0]> };

const ADDRESSES: readonly string[] = ["DATABASE_URL", "REDIS_URL", "OIDC_ISSUER", "PUBLIC_URL"];

const SECRETS: readonly string[] = [
  "AUTH_SECRET",
  "INSTRUCTOR_PASSWORD",
  "METRICS_TOKEN",
  "OIDC_CLIENT_SECRET",
  "SMTP_URL",
];

/** [O14] A refused value as the terminal may show it: no secret, and no address with its user and password. */
function shown(name: string, held = ""): string {
  const mayHavePassword = ADDRESSES.includes(name) || /\/\/.*@/su.test(held);
  const isUnclear = mayHavePassword && held.includes("//") && !URL.canParse(held);
  if (SECRETS.includes(name) || isUnclear) return "a value that is not shown";
  if (!mayHavePassword) return JSON.stringify(held);
  const withoutUser = held.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/isu, "$1...@");
  return JSON.stringify(withoutUser.replace(/([?&][^=&]*pass[^=&]*=)[^&#]*/giu, "$1..."));
}

/** A one-line error that names the variable, its value and the allowed values. */
export class BadEnvironment extends Error {}

type Variables = Record<string, string | undefined>;

/** Reads the variables listed in docs/configuration.md; an empty one counts as not set. */
export function readEnvironment(variables: Variables): Environment {
  const { environment, faults } = parseEnvironment(variables);
  const [first] = faults;
  if (first !== undefined) throw new BadEnvironment(first);
  return environment;
}

/** The same, with a line for each variable that is wrong. */
export function parseEnvironment(variables: Variables): { environment: Environment; faults: string[] } {
  const faults: string[] = [];
  const names = Object.keys(ALLOWED) as Name[];
  const misspelled = findMisspelled(names, variables);
  if (misspelled)
    faults.push(
      `${misspelled.typed} is not a variable of Resolved. Did you mean ${misspelled.meant}? If another program needs ${misspelled.typed}, set ${misspelled.meant}, too, which may be empty.`,
    );
  const read: Partial<Record<Name, unknown>> = {};
  const given: Variables = {
    ...variables,
    DATA_DIR: dataFolder(variables),
    DATABASE_URL: databaseUrl(variables),
  };
  for (const name of names) {
    const [schema, allowed] = ALLOWED[name];
    const held = given[name] || undefined;
    const parsed = schema.safeParse(held);
    if (!parsed.success) faults.push(`${name} is ${shown(name, held)}: it must be ${allowed}.`);
    read[name] = parsed.data;
  }
  const environment = read as Environment;
  if (faults.length === 0) faults.push(...contradictions(environment));
  return { environment, faults };
}

/** What is wrong with variables that are right one by one. */
function contradictions(environment: Environment): string[] {
  const faults: string[] = [];
  if (!environment.INSTRUCTOR_EMAIL !== !environment.INSTRUCTOR_PASSWORD)
    faults.push("INSTRUCTOR_EMAIL and INSTRUCTOR_PASSWORD go together: set both or neither.");
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_INSTRUCTORS } = environment;
  const set = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter(Boolean).length;
  if (set === 1 || set === 2 || (set === 0 && (OIDC_NAME || OIDC_INSTRUCTORS)))
    faults.push("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none.");
  if (environment.OIDC_ONLY && !OIDC_ISSUER)
    faults.push(
      "OIDC_ONLY is true, and no provider is set, so that no one could sign in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or leave OIDC_ONLY out.",
    );
  if (OIDC_ISSUER && !environment.PUBLIC_URL)
    faults.push(
      "PUBLIC_URL is not set: with OIDC_ISSUER it must be, because the provider sends people back to it.",
    );
  if (!environment.SMTP_URL !== !environment.MAIL_FROM)
    faults.push("SMTP_URL and MAIL_FROM go together: set both or neither.");
  if (environment.SMTP_URL && !environment.PUBLIC_URL)
    faults.push("PUBLIC_URL is not set: with SMTP_URL it must be, because links in mails lead to it.");
  if (environment.REDIS_URL && environment.DATABASE_URL.startsWith("file:"))
    faults.push(
      "REDIS_URL is for several servers, and DATABASE_URL names a file, which only one can use: set DATABASE_URL to a postgresql: address, or leave REDIS_URL out.",
    );
  if (environment.REDIS_URL && !environment.AUTH_SECRET)
    faults.push(
      "AUTH_SECRET is not set: with REDIS_URL there are several servers, and all must have the same one, of at least 32 characters.",
    );
  return faults;
}
