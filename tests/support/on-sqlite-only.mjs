/**
 * What is about files, or asks the same of any database, whose every statement other files run on PostgreSQL too: once, on SQLite.
 * A new file runs on both.
 */
export const ON_SQLITE_ONLY = [
  ...["backup", "ballot-pages", "database", "deleted-words", "process", "storage", "static-files"], // files
  ...[
    "contract",
    "doors",
    "exchange",
    "forward",
    "guessing",
    "http",
    "join-page",
    "mail",
    "oidc",
    "origin",
    "page-turns",
    "stopping",
  ], // requests
  ...["contexts", "hearing", "logs", "pace", "roles", "socket-door"], // sockets
  ...["anonymous", "identity", "isolation", "promise", "promise-codes", "reveal-secrecy", "secrecy"], // who is told what
  ...["counted-in-parts", "frozen-results", "recount", "results", "results-kept", "card"], // what is counted
  ...[
    "demo",
    "lesson",
    "lesson-kit",
    "log",
    "more-time",
    "moving",
    "reading",
    "rehearsed-presets",
    "reveal",
    "steering",
    "waiting",
    "wall",
  ], // a lesson
  ...[
    "approve-first",
    "ballot-form",
    "filter",
    "paper",
    "passes",
    "passwords",
    "same-again",
    "unread-answers",
    "unread-export",
  ], // one rule each
]
  .map((name) => `tests/integration/${name}.test.ts`)
  .concat("tests/activities/guess/integration.test.ts");

/**
 * On PostgreSQL in the long form: each of their statements is run there by another file, or is Prisma's own, which it writes for
 * both databases.
 */
export const LONG_ON_POSTGRESQL = [
  "account",
  "arguing-together",
  "back-without-vote",
  "claims",
  "debates",
  "deleted-meanwhile",
  "deletion",
  "edited-rebuttals",
  "exit-tickets",
  "export",
  "first-state",
  "host-deletion",
  "invitations",
  "language",
  "links",
  "merged-authors",
  "merging-anonymous",
  "merging-told",
  "moderation",
  "note",
  "paper-votes",
  "participation",
  "projectors",
  "rebuttals",
  "rehearsal",
  "rehearsal-deletion",
  "reset-mail",
  "resets",
  "restart",
  "session-name",
  "session-sent-twice",
  "set-dates",
  "several-seats",
  "shared-before-account",
  "sharing",
  "sign-in-codes",
  "sign-in-lookup",
  "taking-back",
  "templates",
  "threads",
  "timeline",
  "versions",
  "wall-look",
  "withdrawn-with-others",
  "words",
]
  .map((name) => `tests/integration/${name}.test.ts`)
  .concat(
    // Of activities.
    ["comprehension", "outlook", "speaking", "starters", "pairs", "steelman"].map(
      (name) => `tests/activities/${name}/integration.test.ts`,
    ),
    ["later-vote/kept", "pairs/in-writing", "steelman/moderation"].map(
      (name) => `tests/activities/${name}.integration.test.ts`,
    ),
    ["guess/own.integration", "outlook/integration"].map((name) => `tests/activities/${name}.test.ts`),
  );
