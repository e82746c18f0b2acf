import path from "node:path";
import { describe, expect, test } from "vitest";
import { BadEnvironment, readEnvironment } from "#server/platform/environment.ts";
import { folderBeside } from "#server/store/open-database.ts";

const ADDRESS = "INSTRUCTOR_EMAIL";
const PASSWORD = "INSTRUCTOR_PASSWORD";

test("an empty variable counts as not set, and unknown ones are ignored", () => {
  const empty = Object.fromEntries(Object.keys(readEnvironment({})).map((name) => [name, ""]));
  expect(readEnvironment({ ...empty, PATH: "/bin" })).toEqual(readEnvironment({}));
});

test.each([
  ["PORT", "65535", 65_535],
  ["PUBLIC_URL", "https://resolved.example.org/", "https://resolved.example.org"],
  ["PUBLIC_URL", "http://192.168.1.5:3000", "http://192.168.1.5:3000"],
  ["DATABASE_URL", "file:./x.db", "file:./x.db"],
  ["DATABASE_URL", "file:///var/lib/resolved/x.db", "file:///var/lib/resolved/x.db"],
  ["AUTH_SECRET", "x".repeat(32), "x".repeat(32)],
  ["TRUST_PROXY", "true", true],
  ["TZ", "Asia/Tokyo", "Asia/Tokyo"],
  ["TZ", ":/etc/localtime", ":/etc/localtime"],
  ["TZ", "EST5EDT", "EST5EDT"],
] as const)("%s may be %s", (name, held, read) => {
  expect(readEnvironment({ [name]: held })[name]).toBe(read);
});

test("[O20] DATA_DIR is the folder of all data; of a database elsewhere it has the secret only, and beside a file lies all", () => {
  const inTree = readEnvironment({});
  expect([inTree.DATABASE_URL, folderBeside(inTree)]).toEqual([
    `file:${path.resolve("data/resolved.db")}`,
    path.resolve("data"),
  ]);
  const DATA_DIR = path.resolve("/srv/resolved");
  const named = readEnvironment({ DATA_DIR });
  expect([named.DATABASE_URL, folderBeside(named)]).toEqual([
    `file:${path.join(DATA_DIR, "resolved.db")}`,
    DATA_DIR,
  ]);
  const onServer = readEnvironment({ DATA_DIR, DATABASE_URL: "postgresql://resolved@db/resolved" });
  expect(folderBeside(onServer)).toBe(DATA_DIR);
  const elsewhere = readEnvironment({ DATA_DIR, DATABASE_URL: "file:/var/lib/x.db" });
  expect(folderBeside(elsewhere)).toBe(path.resolve("/var/lib"));
});

test("sites that may show students' pages in a frame are addresses with spaces or commas between them", () => {
  const read = (held: string) => readEnvironment({ FRAME_ANCESTORS: held }).FRAME_ANCESTORS;
  expect(read("https://lms.example.org, https://*.example.com:8443")).toEqual([
    "https://lms.example.org",
    "https://*.example.com:8443",
  ]);
  for (const held of [
    "*",
    "lms.example.org",
    "https://lms.example.org/path",
    "https://x;script-src *",
    "'self'",
  ])
    expect(messageOf({ FRAME_ANCESTORS: held })).toContain("FRAME_ANCESTORS is");
});

test.each([
  ["RETENTION_DAY", "RETENTION_DAYS"],
  ["Retention_Days", "RETENTION_DAYS"],
  ["DATABASE_URI", "DATABASE_URL"],
  ["port", "PORT"],
])("[O15] a start with %s is refused, and names %s", (typed, meant) => {
  const message = messageOf({ [typed]: "hunter2" });
  expect(message).toMatch(
    new RegExp(`^${typed} is not a variable of Resolved\\. Did you mean ${meant}\\?`, "u"),
  );
  expect(message).not.toMatch(/hunter2|\n/u);
});

test("[O15] a variable of another program is no mistake: a short or different name, an empty one, or one beside ours", () => {
  const others = [
    "PORTS",
    "HOSTNAME",
    "HOME",
    "PATH",
    "_",
    "OAUTH_SECRET",
    "SMTP_SSL",
    "REDIS_HOST",
    "LOG_FILE",
  ];
  const set = Object.fromEntries(others.map((name) => [name, "x"]));
  expect(readEnvironment({ ...set, RETENTION_DAY: "" })).toEqual(readEnvironment({}));
  expect(readEnvironment({ REDIS_URI: "x", REDIS_URL: "" })).toEqual(readEnvironment({}));
});

test("an instructor is set by address and password", () => {
  const both = { [ADDRESS]: "grace@example.org", [PASSWORD]: "nanoseconds-1906" };
  expect(readEnvironment(both)).toMatchObject(both);
  for (const name of [ADDRESS, PASSWORD] as const)
    expect(() => readEnvironment({ [name]: both[name] })).toThrow(
      /^INSTRUCTOR_EMAIL and INSTRUCTOR_PASSWORD/u,
    );
});

describe("a bad value is one line that names the variable, what it holds and what is allowed", () => {
  test.each([
    ["PORT", "abc", "a whole number from 0 to 65535"],
    ["PORT", "65536", "a whole number from 0 to 65535"],
    ["PUBLIC_URL", "resolved.example.org", "an http or https address without a path"],
    ["PUBLIC_URL", "https://example.org/resolved", "an http or https address without a path"],
    ["DATABASE_URL", "mysql://x", "file: and a path"],
    ["DATABASE_URL", "./data/resolved.db", "file: and a path"],
    ["DATABASE_URL", "file://server/share/resolved.db", "file: and a path"],
    ["DATABASE_URL", "postgresql://db.example.org", "or postgresql: and a server"],
    ["DATABASE_POOL", "1", "a whole number from 2 to 200"],
    ["REDIS_URL", "http://redis.example.org", "the address of a Redis"],
    ["RETENTION_DAYS", "0", "a whole number of days from 1 to 3650"],
    ["INSTRUCTOR_EMAIL", "grace", "an email address"],
    ["TRUST_PROXY", "yes", "true or false"],
    ["TZ", "Mars/Phobos", "the name of a time zone, such as Asia/Tokyo"],
    ["TZ", "+09:00", "the name of a time zone, such as Asia/Tokyo"],
    ["LOG_LEVEL", "info\ninjected", "fatal, error, warn, info, debug, trace, silent"],
  ])("%s=%j", (name, held, allowed) => {
    const message = messageOf({ [name]: held });
    expect(message).toContain(`${name} is ${JSON.stringify(held)}`);
    expect(message).toContain(allowed);
    expect(message).not.toContain("\n");
  });

  test.each([
    ["OIDC_ISSUER", "http://accounts.example.org", "the https address of an OpenID Connect provider"],
    ["OIDC_INSTRUCTORS", "everybody", "invited, or addresses and domains"],
    ["OIDC_INSTRUCTORS", "@", "invited, or addresses and domains"],
  ])("[I7] %s=%j", (name, held, allowed) => {
    expect(messageOf({ [name]: held })).toContain(
      `${name} is ${JSON.stringify(held)}: it must be ${allowed}`,
    );
  });

  test("[I7] a provider needs its three variables, and an address to send people back to", () => {
    const three = {
      OIDC_ISSUER: "https://accounts.example.org",
      OIDC_CLIENT_ID: "a",
      OIDC_CLIENT_SECRET: "b",
    };
    for (const name of Object.keys(three))
      expect(messageOf({ ...three, [name]: "" })).toContain("set all three or none");
    expect(messageOf({ OIDC_NAME: "the school" })).toContain("set all three or none");
    expect(messageOf(three)).toContain("PUBLIC_URL is not set");
    const PUBLIC_URL = "https://debate.example.org";
    const listed = { ...three, PUBLIC_URL, OIDC_INSTRUCTORS: "Grace@example.org, @staff.example.org" };
    expect(readEnvironment(listed).OIDC_INSTRUCTORS).toEqual(["grace@example.org", "@staff.example.org"]);
    expect(readEnvironment({ ...listed, OIDC_INSTRUCTORS: "invited" }).OIDC_INSTRUCTORS).toEqual([]);
  });

  test("[I18] mail needs a server, a sender, and an address to which links lead", () => {
    const both = { SMTP_URL: "smtps://me%40x:hunter2@mail.example.org", MAIL_FROM: "debates@example.org" };
    for (const name of Object.keys(both))
      expect(messageOf({ ...both, [name]: "" })).toBe(
        "SMTP_URL and MAIL_FROM go together: set both or neither.",
      );
    expect(messageOf(both)).toContain("PUBLIC_URL is not set: with SMTP_URL it must be");
    const PUBLIC_URL = "https://debate.example.org";
    expect(readEnvironment({ ...both, PUBLIC_URL })).toMatchObject(both);
    for (const MAIL_FROM of ["Resolved <debates@example.org>", "討論 <debates@example.org>"])
      expect(readEnvironment({ ...both, PUBLIC_URL, MAIL_FROM })).toMatchObject({ MAIL_FROM });
  });

  test.each([
    "mail.example.org",
    "smtp://mail.example.org/?secure=false",
    "smtp://hunter2@mail.example.org",
    "smtp://me:hunter2%@mail.example.org",
    "smtp://mail.example.org:70000",
  ])("[I18] SMTP_URL=%s is refused without showing it", (SMTP_URL) => {
    const message = messageOf({ SMTP_URL });
    expect(message).toContain(
      "SMTP_URL is a value that is not shown: it must be the address of a mail server",
    );
    expect(message.split("it must be")[0]).not.toContain("example.org");
  });

  test.each([
    "debates",
    "Resolved debates@example.org",
    'Resolved" <debates@example.org>',
    "Resolved\r\nBcc: eve@example.org <debates@example.org>",
  ])("[I18] MAIL_FROM=%j is refused", (MAIL_FROM) => {
    expect(messageOf({ MAIL_FROM })).toContain("MAIL_FROM is");
  });

  test("several servers need a database that they can share, and one secret", () => {
    const REDIS_URL = "redis://redis.example.org";
    expect(messageOf({ REDIS_URL })).toContain("DATABASE_URL names a file");
    expect(messageOf({ REDIS_URL, DATABASE_URL: "postgresql://db.example.org/resolved" })).toContain(
      "AUTH_SECRET is not set",
    );
  });

  test.each([
    ["DATABASE_URL", "mysql://resolved:hunter2@db.example.org/x", '"mysql://...@db.example.org/x"'],
    [
      "DATABASE_URL",
      "postgresql://resolved/hunter2@db.example.org:x/y",
      '"postgresql://...@db.example.org:x/y"',
    ],
    ["DATABASE_URL", "postgresql://resolved:hun/ter2@db.example.org/resolved", "a value that is not shown"],
    ["DATABASE_URL", "mysql://db.example.org/x?password=hunter2", '"mysql://db.example.org/x?password=..."'],
    // A slash in the password makes the rest of it look like a path.
    ["DATABASE_URL", "postgresql://resolved:12/hunter2@db/resolved", '"postgresql://...@db/resolved"'],
    ["REDIS_URL", "redis://resolved:12/hunter2@redis", '"redis://...@redis"'],
    ["DATABASE_URL", "resolved:hunter2@db.example.org/x", '"...@db.example.org/x"'],
    ["REDIS_URL", "redis://:hun/ter2@redis.example.org", "a value that is not shown"],
    ["OIDC_ISSUER", "https://me:hunter2@accounts.example.org/x", '"https://...@accounts.example.org/x"'],
    ["PUBLIC_URL", "https://me:hun#ter2@debate.example.org", "a value that is not shown"],
    ["FRAME_ANCESTORS", "https://me:hunter2@lms.example.org", '"https://...@lms.example.org"'],
  ])("[O14] %s=%s: neither a user name nor a password is shown", (name, held, shown) => {
    const message = messageOf({ [name]: held });
    expect(message).toContain(`${name} is ${shown}: it must be`);
    expect(message).not.toMatch(/hun|ter2|resolved:/u);
  });

  test.each([
    ["AUTH_SECRET", "hunter2hunter2", "at least 32 characters"],
    ["OIDC_CLIENT_SECRET", "hunter2".repeat(300), "the secret that the provider gave"],
    ["METRICS_TOKEN", "hunter2", "at least 16 characters"],
    ["INSTRUCTOR_PASSWORD", "hunter2", "10 to 128 characters"],
  ])("%s is a secret: its value is not shown", (name, held, allowed) => {
    const message = messageOf({ [name]: held });
    expect(message).toMatch(new RegExp(`^${name} .*${allowed}`, "u"));
    expect(message).not.toContain("hunter2");
  });
});

function messageOf(variables: Record<string, string>): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof BadEnvironment) return error.message;
    throw error;
  }
  throw new Error("the environment was accepted");
}

describe("[I29] whom to ask about the server", () => {
  test.each(["privacy@example.org", "https://example.org/contact", "http://10.0.0.2/help"])(
    "%s",
    (CONTACT) => {
      expect(readEnvironment({ CONTACT })).toMatchObject({ CONTACT });
    },
  );

  test.each([
    "Grace",
    "javascript:alert(1)",
    "mailto:a@example.org",
    "https://me:hunter2@example.org/",
    "//example.org",
  ])("%s stops the start with one line, without a password in it", (CONTACT) => {
    const message = messageOf({ CONTACT });
    expect(message).toContain("CONTACT is ");
    expect(message).toContain("it must be an email address, or an http or https address");
    expect(message).not.toMatch(/hunter2|\n/u);
  });
});
