import pino from "pino";
import { describe, expect, test } from "vitest";
import type { AuditEntry, AuditPage } from "#debate/protocol/pages.ts";
import { AUDIT_DAYS, AUDIT_PAGE } from "#debate/rules/audit.ts";
import { moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { dump, tablesWith } from "#tests/support/tables.ts";

const PATH = "/api/account/audit";
const DAY = 24 * 60 * 60 * 1_000;
const ALAN = { name: "Alan", email: "alan@example.org", password: "halting-problem-1936" };

const ask = (server: TestServer, path: string, init: Parameters<TestServer["request"]>[1] = {}) =>
  server.request(path, { headers: { cookie: server.cookie }, ...init });
async function read(server: TestServer, query = ""): Promise<AuditPage> {
  return (await (await ask(server, PATH + query)).json()) as AuditPage;
}
const trySignIn = (server: TestServer, email: string, password = "not the password") =>
  server.request("/api/auth/sign-in/email", { json: { email, password } });
/** An entry in one line, such as `grace@example.org link made screen ABC234`. */
const inOneLine = ({ by, kind, what, detail, session, about, count }: AuditEntry) =>
  [by?.email ?? by?.id ?? "-", kind, what, detail, session, about?.email ?? about?.id, count]
    .filter((each) => each !== undefined)
    .join(" ");
const linesOf = ({ entries }: AuditPage) => entries.map(inOneLine).reverse();

describe("[I30] the owner of a server reads in the audit log", () => {
  test("what instructors did: sign-ins, invitations, links, exports, deletions and settings", async () => {
    await using server = await startServer();
    const { code } = server.session;
    await server.signIn();
    const { code: signInCode } = await (await ask(server, "/api/account/code", { json: {} })).json();
    await server.request("/api/auth/sign-in/code", { json: { code: signInCode } });
    const { url } = await (await ask(server, "/api/invitations", { json: {} })).json();
    const token = new URL(url).searchParams.get("token");
    const accepted = await server.request("/api/invitations/accept", { json: { token, ...ALAN } });
    const alan = cookiesOf(accepted);
    const { invitation } = await (await ask(server, "/api/invitations", { json: {} })).json();
    await ask(server, `/api/invitations/${invitation.id}`, { method: "DELETE" });
    await server.asHost("/links/assistant", { json: {} });
    await server.asHost("/links/assistant", { method: "DELETE" });
    await server.asHost("/export?table=rebuttals&names=no");
    for (let n = 0; n < 2; n += 1) await server.asHost("/participation");
    await server.asHost("", { method: "DELETE" });
    await server.request("/api/account", {
      method: "DELETE",
      json: { proof: ALAN.password },
      headers: { cookie: alan },
    });
    const lines = linesOf(await read(server));
    const id = lines.at(-1)?.split(" ")[0];
    expect(id).toMatch(/^[\w-]{36}$/u);
    expect(lines).toEqual([
      "grace@example.org sign-in password",
      "grace@example.org sign-in code",
      "grace@example.org invitation made",
      "- invitation used grace@example.org",
      `${id} sign-in link`,
      "grace@example.org invitation made",
      "grace@example.org invitation withdrawn",
      `grace@example.org link made assistant ${code}`,
      `grace@example.org link revoked assistant ${code}`,
      `grace@example.org export rebuttals no-names ${code}`,
      `grace@example.org export participation ${code} 2`,
      `grace@example.org deletion session ${code}`,
      `${id} deletion account`,
    ]);
  });

  test("how long sessions are kept, from the setup and from each start with another time", async () => {
    await using server = await startServer({ retentionDays: 90 });
    expect(linesOf(await read(server))).toEqual(["- setting retention 90"]);
    await server.restart();
    expect((await read(server)).entries).toHaveLength(1);
    await ask(server, "/api/account", { method: "DELETE", json: { proof: INSTRUCTOR.password } });
    const first = await server.request("/api/setup", {
      json: { token: await server.app.instructors.setupToken(), ...INSTRUCTOR, retentionDays: 365 },
    });
    const answer = await server.request(PATH, { headers: { cookie: cookiesOf(first) } });
    expect(linesOf(await answer.json()).slice(-2)).toEqual([
      "grace@example.org setting retention 365",
      "grace@example.org sign-in password",
    ]);
  });

  test("page by page, of one kind, and as a file of JSON lines", async () => {
    await using server = await startServer();
    const [open, kept] = [2 * AUDIT_PAGE + 3, 5];
    await server.database.write(({ auditEntry }) =>
      auditEntry.createMany({
        data: Array.from({ length: open + kept }, (_, n) => ({
          at: BigInt(Date.now() + n),
          kind: n < open ? "link" : "deletion",
          what: String(n),
        })),
      }),
    );
    const seen: string[] = [];
    for (let before = "", more = true; more; ) {
      const page = await read(server, `?kind=link${before}`);
      seen.push(...page.entries.map(({ what }) => what));
      before = `&before=${page.entries.at(-1)?.id}`;
      more = page.more;
    }
    expect(seen).toEqual(Array.from({ length: open }, (_, n) => String(open - 1 - n)));
    expect((await read(server)).entries).toHaveLength(AUDIT_PAGE);
    const file = await ask(server, `${PATH}?format=jsonl`);
    expect(file.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="audit-log.jsonl"');
    const lines = (await file.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(open + kept + 1);
    expect(lines[0]).toMatchObject({ kind: "export", what: "audit", by: { email: INSTRUCTOR.email } });
    expect(new Date(lines[1].at).toISOString()).toBe(lines[1].at);
    for (const wrong of ["?kind=vote", "?before=x", "?format=csv", "?since=1"])
      expect((await ask(server, PATH + wrong)).status).toBe(400);
  });

  test("and no one else does: a colleague is refused, and their page has none", async () => {
    await using server = await startServer();
    const cookie = await server.colleague();
    for (const query of ["", "?format=jsonl", "?kind=sign-in"]) {
      const answer = await server.request(PATH + query, { headers: { cookie } });
      expect([answer.status, (await answer.json()).error.code]).toEqual([403, "forbidden"]);
    }
    expect((await server.request(PATH)).status).toBe(401);
    const page = async (headers: Headers) => {
      const account = await server.app.pageApi.account(headers);
      return account.ok && account.value.audit;
    };
    expect(await page(new Headers({ cookie }))).toBeNull();
    expect(await page(new Headers({ cookie: server.cookie }))).toEqual({ entries: [], more: false });
    // The next oldest account is the owner once the oldest is deleted.
    await ask(server, "/api/account", { method: "DELETE", json: { proof: INSTRUCTOR.password } });
    expect((await server.request(PATH, { headers: { cookie } })).status).toBe(200);
  });
});

test("[I31] the log tells no one in an anonymous class apart: no seat, words, votes or address", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const host = await server.connect("host");
  const { ticket } = await server.join();
  const ada = await server.connect("student", { ticket });
  await moveTo(host, "before");
  expect(
    await ada.send("ballot:cast", { round: "before", choice: "for", seq: 1, reason: "Marker reason." }),
  ).toMatchObject(OK);
  await moveTo(host, "rebuttal");
  const posted = rebuttal({ body: "Marker words." });
  expect(await ada.send("rebuttal:post", posted)).toMatchObject(OK);
  expect((await server.asHost(`/rebuttals/${posted.id}`, { method: "DELETE" })).status).toBe(204);
  await server.asHost("/export?table=rebuttals");
  await ada.send("rebuttal:post", rebuttal({ body: "More words." }));
  await server.request(`/api/sessions/${server.session.code}/mine?scope=words`, {
    method: "DELETE",
    headers: { cookie: `seat-${server.session.code}=${ticket}` },
  });
  const log = (await dump(server.database)).audit_entry ?? "";
  expect(linesOf(await read(server))).toEqual([
    `grace@example.org deletion contribution ${server.session.code}`,
    `grace@example.org export rebuttals ${server.session.code}`,
  ]);
  for (const told of [posted.id, "Marker", ada.participantId ?? "", "127.0.0.1", '"for"'])
    expect(log).not.toContain(told);
});

test("[I33] a refused sign-in names an account, an hour's in one line, and never what was typed", async () => {
  let now = Date.parse("2026-12-02T09:00:00Z");
  await using server = await startServer({ clock: () => now });
  for (let n = 0; n < 3; n += 1) expect((await trySignIn(server, "Grace@example.org")).status).toBe(401);
  // Someone types their password where the address belongs.
  for (const typed of ["nanoseconds-1906@x.org", "nobody@example.org"])
    expect((await trySignIn(server, typed)).status).toBe(401);
  await server.request("/api/auth/sign-in/code", { json: { code: "AAAAAAAAAA" } });
  const refused = ["- refused password grace@example.org 3", "- refused password 2", "- refused code"];
  expect(linesOf(await read(server))).toEqual(refused);
  for (const typed of ["nanoseconds-1906", "nobody@", "not the password", "AAAAAAAAAA"])
    expect(await tablesWith(server.database, typed)).toEqual([]);
  now += 61 * 60 * 1_000;
  await trySignIn(server, INSTRUCTOR.email);
  expect(linesOf(await read(server))).toEqual([...refused, "- refused password grace@example.org"]);
});

test("[I33] a thousand wrong codes at once are one line with their number", async () => {
  await using server = await startServer();
  await Promise.all(
    Array.from({ length: 1_000 }, () =>
      server.request("/api/auth/sign-in/code", { json: { code: "AAAAAAAAAA" } }),
    ),
  );
  expect(linesOf(await read(server))).toEqual(["- refused code 1000"]);
});

test("[I34] an entry is kept for a year, and of a deleted account only its id", async () => {
  let now = Date.parse("2026-12-02T09:00:00Z");
  await using server = await startServer({ clock: () => now });
  const cookie = await server.colleague();
  await server.request("/api/invitations", { json: {}, headers: { cookie } });
  const { entries } = await read(server);
  expect(entries).toMatchObject([{ by: { name: "Alan", email: "alan@example.org" } }]);
  const proof = { proof: INSTRUCTOR.password };
  await server.request("/api/account", { method: "DELETE", json: proof, headers: { cookie } });
  const left = await ask(server, PATH);
  expect(await left.clone().text()).not.toMatch(/alan/iu);
  expect((await left.json()).entries[1].by).toEqual({ id: entries[0]?.by?.id });
  const kept = () => server.database.reader.auditEntry.count();
  now += (AUDIT_DAYS - 1) * DAY;
  await server.restart();
  await server.database.settled();
  expect(await kept()).toBe(2);
  now += 2 * DAY;
  await server.restart();
  await expect.poll(kept).toBe(0);
});

describe("[I32] an entry that can't be written", () => {
  /** A server whose audit log takes no entries. */
  async function broken() {
    const said: string[] = [];
    const log = pino({ level: "error" }, { write: (line) => said.push(line) });
    const server = await startServer({ fresh: true, log });
    await server.database.write((transaction) =>
      transaction.$executeRawUnsafe(
        "CREATE TRIGGER full BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'full'); END",
      ),
    );
    return { server, said };
  }

  test("stops neither sign-ins nor exports, and is an error in the program's log", async () => {
    const { server: starting, said } = await broken();
    await using server = starting;
    expect(await server.signIn()).toMatch(/^resolved\.session_token=/u);
    expect((await trySignIn(server, INSTRUCTOR.email)).status).toBe(401);
    expect((await server.asHost("/export?table=ballots")).status).toBe(200);
    expect(said).toHaveLength(3);
    for (const line of said) expect(line).toContain("the audit log could not be written");
  });

  test("undoes what shares its transaction, and its instructor is told", async () => {
    const { server: starting } = await broken();
    await using server = starting;
    expect((await server.asHost("", { method: "DELETE" })).status).toBe(500);
    expect((await server.asStranger("")).status).toBe(200);
    expect((await server.asHost("/links/results", { json: {} })).status).toBe(500);
    expect(await server.database.reader.session.findFirst({ select: { resultsKey: true } })).toEqual({
      resultsKey: null,
    });
  });
});

test("[G7] instructors download what the log has about them, without names or addresses of colleagues", async () => {
  await using server = await startServer();
  const cookie = await server.colleague();
  await server.signIn();
  await server.request("/api/invitations", { json: {}, headers: { cookie } });
  await trySignIn(server, "alan@example.org");
  const file = await (await server.request("/api/account/data", { headers: { cookie } })).json();
  expect(file.audit).toMatchObject([
    { kind: "refused", what: "password", about: { email: "alan@example.org" } },
    { kind: "invitation", what: "made", by: { email: "alan@example.org" } },
  ]);
  expect(JSON.stringify(file.audit)).not.toContain("grace");
});
