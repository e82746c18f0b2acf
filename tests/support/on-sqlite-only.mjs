/**
 * What is about files, or asks the same of any database, whose every statement other files run on PostgreSQL too: once, on SQLite.
 * A new file runs on both.
 */
export const ON_SQLITE_ONLY = [
  ...[
    "backup",
    "capacity",
    "capacity-command",
    "database",
    "process",
    "storage",
    "static-files",
    "temporary-server",
  ], // files
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
    "guesses",
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
].map((name) => `tests/integration/${name}.test.ts`);

/**
 * On PostgreSQL in the long form: all their statements are Prisma's own, which it writes for both databases, or run by three other
 * files here.
 */
export const LONG_ON_POSTGRESQL = [
  "account",
  "claims",
  "compare",
  "debate-sent-twice",
  "exit-tickets",
  "export",
  "host-deletion",
  "import",
  "moderation",
  "note",
  "outlook",
  "participation",
  "projectors",
  "resets",
  "session-sent-twice",
  "set-dates",
  "shared-before-account",
  "sharing",
  "starters",
  "taking-back",
  "templates",
  "words",
].map((name) => `tests/integration/${name}.test.ts`);
