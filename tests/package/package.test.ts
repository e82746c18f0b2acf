import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installed, installPackage } from "#tests/package/installed.ts";
import { Client } from "#tests/support/client.ts";
import { mountDisk } from "#tests/support/disk.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import {
  CREDENTIALS,
  cookiesOf,
  INSTRUCTOR,
  joinSession,
  postJson,
  signIn,
} from "#tests/support/requests.ts";

const COMMANDS = ["backup", "restore", "reset-password", "move", "capacity", "power", "demo", "check"];
/** How many packages may be installed. */
const MOST_PACKAGES = 200;

let program: Installed;
beforeAll(async () => {
  program = await installPackage();
});
afterAll(() => program[Symbol.dispose]());

test("[O24] the package installs without a compiler, with few packages, and has neither sources nor this computer's paths", async () => {
  const lock = JSON.parse(await readFile(program.at("app/node_modules/.package-lock.json"), "utf8"));
  expect(Object.keys(lock.packages).length).toBeLessThanOrEqual(MOST_PACKAGES);
  const files = (await readdir(program.root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(program.root, path.join(parentPath, name)));
  expect(files.filter((file) => /\.(?:tsx?|map)$|^tests\/|^\.next\/cache/u.test(file))).toEqual([]);
  const licenses = await readFile(path.join(program.root, "third-party-licenses.txt"), "utf8");
  for (const used of [
    /^zod \S+ \(MIT\)$/mu,
    /^react-dom \S+ \(MIT\)$/mu,
    /lucide/u,
    /SIL OPEN FONT LICENSE/u,
  ])
    expect(licenses).toMatch(used);
  const texts = await Promise.all(files.map((file) => readFile(path.join(program.root, file), "latin1")));
  expect(files.filter((_, index) => texts[index]?.includes(process.cwd()))).toEqual([]);
});

test("[O23] resolved --help names every command, each has a help, and a misspelled word is refused by name", async () => {
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  const said = expect.stringMatching(new RegExp(`^${version} \\([^)]+\\)\n$`, "u"));
  expect(await program.run(["--version"])).toEqual({ code: 0, stdout: said, stderr: "" });
  const { stdout: help } = await program.run(["--help"]);
  for (const command of COMMANDS) {
    expect(help).toContain(`\n  resolved ${command}`);
    const own = await program.run([command, "--help"]);
    expect([own.code, own.stderr, own.stdout]).toEqual([
      0,
      "",
      expect.stringMatching(`^resolved ${command}.*\n\n\\S`),
    ]);
  }
  for (const [words, line] of [
    [["bakcup"], "resolved has no command bakcup. See resolved --help."],
    [["--prot=80"], "resolved has no option --prot. See resolved --help."],
    [["backup", "--fast"], "resolved backup has no option --fast. See resolved backup --help."],
    [["demo", "30"], 'resolved demo does not take "30". See resolved demo --help.'],
  ] as const)
    expect(await program.run([...words])).toEqual({ code: 1, stdout: "", stderr: `${line}\n` });
});

test("[O20] from the first link over a lesson to a backup, restored elsewhere: data is in .resolved, from every folder", async () => {
  const server = await program.start();
  const home = program.at("home/.resolved");
  expect(server.printed).toContain(`\nData is kept in:   ${home}\n`);
  const link = /^http\S+\/setup\?token=(\S+)$/mu.exec(server.printed);
  expect((await fetch(link?.[0] ?? "")).status).toBe(200);
  const setup = await postJson(`${server.url}/api/setup`, { token: link?.[1], ...INSTRUCTOR });
  expect(setup.status).toBe(201);
  const code = await lead(server.url, cookiesOf(setup));
  const backup = await program.run(["backup"]);
  expect([backup.code, backup.stdout]).toEqual([
    0,
    expect.stringMatching(
      `^Backed up to ${home}/backups/\\S+: 1 session, 1 participant and 1 ballot, and auth-secret\\.\n`,
    ),
  ]);
  expect((await program.run(["reset-password", CREDENTIALS.email])).stdout).toMatch(/\/reset\?token=\S+/u);
  expect((await program.run(["check"])).stdout).toContain(
    "A server runs on this data.\nThe server can start.\n",
  );
  expect(await server.stop()).toBe(0);

  const again = await program.start({}, program.at("elsewhere"));
  expect(again.printed).not.toContain("/setup?token=");
  await expectVote(again.url, code);
  expect(await again.stop()).toBe(0);

  const [name = ""] = await readdir(path.join(home, "backups"));
  const other = { DATA_DIR: program.at("other") };
  const restored = await program.run(["restore", path.join(home, "backups", name)], other);
  expect([restored.code, restored.stderr]).toEqual([0, ""]);
  // A relative path counts from the folder of the terminal.
  const elsewhere = await program.start({ DATA_DIR: "../other" }, program.at("elsewhere"));
  await expectVote(elsewhere.url, code);
  expect(await elsewhere.stop()).toBe(0);
  expect(await readdir(program.at("elsewhere"))).toEqual([]);
});

test("[O45] an upgrade opens the data of 1.0.0, and its closed session has the same results", async () => {
  const fixture = path.resolve("tests/fixtures/databases/1.0.0");
  await mkdir(program.at("upgraded"));
  await copyFile(path.join(fixture, "resolved.db"), program.at("upgraded/resolved.db"));
  const { sessions } = JSON.parse(await readFile(path.join(fixture, "said.json"), "utf8"));
  const { code, results } = sessions.find(({ phase }: { phase: string }) => phase === "closed");
  const server = await program.start({ DATA_DIR: program.at("upgraded") });
  const now = await (await fetch(`${server.url}/api/sessions/${code}/results`)).json();
  expect([now.rounds, now.paired, now.swing]).toEqual([
    results.class.rounds,
    results.class.paired,
    results.class.swing,
  ]);
  expect(await server.stop()).toBe(0);
});

test("[O21] [O22] a start with what cannot work ends with 1 and one sentence, which resolved check says, too; nothing is written", async () => {
  const data = program.at("unused");
  const fresh = { DATA_DIR: data };
  const busy = createServer().listen(0, "127.0.0.1");
  await once(busy, "listening");
  const { port } = busy.address() as AddressInfo;
  await expectRefused(
    { ...fresh, PORT: String(port) },
    /^Port \d+ is in use by another program\. Stop it, or set PORT/u,
  );
  busy.close();
  await expectRefused({ ...fresh, PORT: "high" }, /^PORT is "high": it must be a whole number/u);
  await expectRefused(
    { ...fresh, RETENTION_DAY: "30" },
    /^RETENTION_DAY is not a variable of Resolved\. Did you mean/u,
  );
  const old = encodeURIComponent('Object.defineProperty(process, "version", { value: "v18.20.8" })');
  const onOld = { ...fresh, NODE_OPTIONS: `--import=data:text/javascript,${old}` };
  await expectRefused(onOld, /^Resolved needs Node\.js .* and this is 18\.20\.8\. Install one of them/u);
  expect(existsSync(data)).toBe(false);

  await writeFile(program.at("file"), "");
  await expectRefused({ DATA_DIR: program.at("file") }, /\/file.*DATA_DIR/u);
  await expectRefused({ DATA_DIR: program.at("file/below") }, /\/file.*DATA_DIR/u);

  // Settled by the test before: a database of a version to come.
  const newer = { DATA_DIR: program.at("newer") };
  await (await program.start(newer)).stop();
  const database = new BetterSqlite3(program.at("newer/resolved.db"));
  database.exec(
    "UPDATE _prisma_migrations SET migration_name = '9999_tomorrow' WHERE migration_name NOT LIKE '0001%'",
  );
  database.close();
  const before = await readdir(newer.DATA_DIR);
  await expectRefused(
    newer,
    /was written by a newer version of Resolved .*9999_tomorrow.* Start that version/u,
  );
  expect(await readdir(newer.DATA_DIR)).toEqual(before);

  using disk = mountDisk(1);
  if (disk.isMounted) {
    await disk.fill();
    await expectRefused({ DATA_DIR: disk.folder }, /free/u);
    const made = (await readdir(disk.folder)).filter((name) => name !== "filler");
    expect(made.filter((name) => statSync(path.join(disk.folder, name)).size > 0)).toEqual([]);
  }
});

test("[O21] a start without better-sqlite3's program, as where npm runs no install scripts, says how to get it", async () => {
  const native = program.at("app/node_modules/better-sqlite3/build");
  await rename(native, `${native}-aside`);
  await expectRefused({ DATA_DIR: program.at("unused") }, /^better-sqlite3 .*npm/u);
  await rename(`${native}-aside`, native);
  expect(existsSync(program.at("unused"))).toBe(false);
});

/** Opens a session in which one student votes, and imports a long text. */
async function lead(url: string, cookie: string): Promise<string> {
  const { debates } = await (await fetch(`${url}/api/debates`, { headers: { cookie } })).json();
  const opened = await postJson(`${url}/api/sessions`, { debateId: debates[0].id }, cookie);
  const { code, urls } = await opened.json();
  for (const page of [urls.host, urls.join]) {
    const { pathname } = new URL(page);
    expect([pathname, (await fetch(url + pathname, { headers: { cookie } })).status]).toEqual([
      pathname,
      200,
    ]);
  }
  const { ticket } = await joinSession(url, code);
  const student = new Client(url, { auth: { code, ticket } });
  const host = new Client(url, { auth: { code, as: "host" }, cookie });
  await Promise.all([student.connected(), host.connected()]);
  await moveTo(host, "before");
  expect(await student.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  for (const client of [student, host]) client.close();
  // A process of its own reads it.
  const imported = await postJson(
    `${url}/api/debates/import`,
    { text: "milk and eggs\n".repeat(5_000) },
    cookie,
  );
  expect(await imported.json()).toMatchObject({ error: { fields: [{ code: "no-resolution" }, {}] } });
  return code;
}

/** The host of the session finds the vote. */
async function expectVote(url: string, code: string): Promise<void> {
  const host = new Client(url, { auth: { code, as: "host" }, cookie: await signIn(url) });
  await host.sees(({ phase, turnout }) => phase === "before" && turnout.voted === 1);
  host.close();
}

/** What stops a start, and `resolved check`, as both say it. */
async function expectRefused(variables: Record<string, string>, line: RegExp | string): Promise<void> {
  for (const words of [[], ["check"]]) {
    const { code, stdout, stderr } = await program.run(words, variables);
    expect([words, stderr]).toEqual([words, expect.stringMatching(line)]);
    expect([words, stderr.trimEnd().split("\n").length, code]).toEqual([words, 1, 1]);
    if (words.length === 0) expect(stdout).toBe("");
  }
}
