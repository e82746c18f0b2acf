// The commands of `resolved`, and what follows their names. [O23]
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ROOT } from "./program.mjs";
import { releaseIn } from "./release.mjs";

/**
 * @typedef {object} Command
 * @property {string} takes What follows its name, as in the help.
 * @property {number} most How many words may follow.
 * @property {string[]} [options] The names of options with a value.
 * @property {string} does A sentence.
 * @property {string[]} more Lines of its own help.
 */

/** @type {Record<string, Command>} */
const COMMANDS = {
  backup: {
    takes: "[FOLDER]",
    most: 1,
    does: "Copies all data into a new folder. The server may run.",
    more: ["Without FOLDER the copy goes to the folder backups in the folder of the data."],
  },
  restore: {
    takes: "FOLDER",
    most: 1,
    does: "Replaces all data with a backup. Stop the server first.",
    more: ["The data that was there is moved aside, not deleted. With PostgreSQL it is gone: back up first."],
  },
  "reset-password": {
    takes: "EMAIL",
    most: 1,
    does: "Prints a link with which an instructor sets a new password.",
    more: ["It needs the variables of the server, which may run."],
  },
  move: {
    takes: "--to ADDRESS",
    most: 0,
    options: ["to"],
    does: "Copies a SQLite database into an empty PostgreSQL one. Stop the server first.",
    more: ["ADDRESS is the database's, such as postgresql://resolved:password@db.example.org/resolved."],
  },
  capacity: {
    takes: "[PHONES]",
    most: 1,
    does: "Says how many phones this computer can handle.",
    more: ["PHONES is the largest class that is tried, 30 to 5000."],
  },
  power: {
    takes: "[--size N] [--classes N] [--effect N] [--spread N]",
    most: 0,
    options: ["size", "classes", "effect", "spread"],
    does: "Says how sure an experiment with some classes could be.",
    more: [
      "--size is how many people of a class vote both times, --effect the difference between the halves in points,",
      "--spread how much classes differ in it. Without --classes it tries all numbers. The page /power shows the same.",
    ],
  },
  demo: {
    takes: "",
    most: 0,
    does: "Starts a server with a simulated class, on data of its own.",
    more: [],
  },
  check: {
    takes: "",
    most: 0,
    does: "Says what is wrong with the settings, the data, the port or Node.js. Changes nothing.",
    more: ["It ends with 1 if the server could not start."],
  },
};

/** Some of docs/configuration.md. */
const VARIABLES = [
  ["DATA_DIR", "the folder of the data, in place of .resolved in your home"],
  ["DATABASE_URL", "another database, such as postgresql://resolved@db/resolved"],
  ["PORT", "the port, in place of 3000"],
  ["PUBLIC_URL", "the address that students use, such as https://debate.example.org"],
];

const HELP = { type: /** @type {const} */ ("boolean"), short: "h" };
const VERSION = { type: /** @type {const} */ ("boolean"), short: "v" };
const WITH_VALUE = { type: /** @type {const} */ ("string") };

/**
 * Runs the command that was typed after `resolved`.
 * @param {string[]} words
 */
export async function runCommand(words) {
  const [name = ""] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const typed = command ? `resolved ${name}` : "resolved";
  const options = command
    ? { help: HELP, ...Object.fromEntries((command.options ?? []).map((each) => [each, WITH_VALUE])) }
    : { help: HELP, version: VERSION };
  const { values, positionals, tokens } = parseArgs({
    args: command ? words.slice(1) : words,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(options, token.name));
  if (unknown?.kind === "option") refuse(`${typed} has no option ${unknown.rawName}.`, typed);
  if (values.help) return print(command ? helpOf(name, command) : help());
  if (values.version) return print([version()]);
  if (!command && positionals.length > 0) refuse(`resolved has no command ${positionals[0]}.`, typed);
  const extra = positionals[command?.most ?? 0];
  if (extra !== undefined) refuse(`${typed} does not take ${JSON.stringify(extra)}.`, typed);
  // The command reads what follows its name, as when its file is started alone.
  if (command) process.argv.splice(2, 1);
  await import(pathToFileURL(fileOf(command ? name : "start")).href);
}

/**
 * @param {string} fault
 * @param {string} typed
 */
function refuse(fault, typed) {
  process.stderr.write(`${fault} See ${typed} --help.\n`);
  process.exit(1);
}

/** @param {string} name */
function fileOf(name) {
  return path.join(ROOT, "server/launch", `${name}.mjs`);
}

function version() {
  const { version: number, build } = releaseIn(ROOT);
  return `${number} (${build})`;
}

/** @param {string[]} lines */
function print(lines) {
  process.stdout.write(`${lines.join("\n")}\n`);
}

function help() {
  const commands = Object.entries(COMMANDS).map(([name, { takes, does }]) => [
    `resolved ${name} ${takes}`.trimEnd(),
    does,
  ]);
  return [
    `Resolved ${version()}: live classroom debates`,
    "",
    ...columns([["resolved", "Starts the server, and prints its address. Ctrl+C stops it."], ...commands]),
    "",
    "resolved COMMAND --help says more about a command; resolved --version says the version.",
    "",
    "Settings are environment variables:",
    "",
    ...columns(VARIABLES),
    "",
    `${path.join(ROOT, "docs/configuration.md")} lists all.`,
  ];
}

/**
 * @param {string} name
 * @param {Command} command
 */
function helpOf(name, { takes, does, more }) {
  return [`resolved ${name} ${takes}`.trimEnd(), "", does, ...more];
}

/** @param {string[][]} rows */
function columns(rows) {
  const width = Math.max(...rows.map(([first = ""]) => first.length));
  return rows.map(([first = "", second]) => `  ${first.padEnd(width)}  ${second}`);
}
