import { describe, expect, test } from "vitest";
import type { Debate, DebateDraft } from "#debate/content/debate.ts";
import type { DebateRow } from "#debate/protocol/shelf.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const { id: _, ...BUILT_IN_DRAFT } = BUILT_IN_DEBATE;
const draft = (resolution: string, given: Partial<DebateDraft> = {}): DebateDraft => ({
  ...BUILT_IN_DRAFT,
  resolution,
  ...given,
});

function shelf(server: TestServer, cookie = server.cookie) {
  const headers = { cookie };
  const ask = (path: string, init: Parameters<TestServer["request"]>[1] = {}) =>
    server.request(`/api/debates${path}`, { ...init, headers });
  return {
    ask,
    async add(debate: DebateDraft): Promise<string> {
      const answer = await ask("", { json: { debate } });
      return ((await answer.json()) as { debate: Debate }).debate.id;
    },
    async rows(query = ""): Promise<DebateRow[]> {
      return (await (await ask(query)).json()).debates;
    },
    async titles(query = ""): Promise<string[]> {
      return (await this.rows(query)).map(({ resolution }) => resolution);
    },
    page: async (asked = {}, most = 50) => {
      const page = await server.app.pageApi.dashboard(new Headers(headers), 0, { asked, most });
      if (!page.ok) throw new Error(page.code);
      return page.value.shelf;
    },
    archive: (id: string, archived: boolean) => ask(`/${id}/archived`, { method: "PUT", json: { archived } }),
  };
}

const JAPAN = BUILT_IN_DEBATE.resolution;

describe("[D14] a search", () => {
  test("finds debates that have all of its words, built-in ones included", async () => {
    await using server = await startServer();
    const own = shelf(server);
    await own.add(draft("Harbors Should Close", { tags: ["ships"] }));
    expect(await own.titles("?q=HARBORS+ships")).toEqual(["Harbors Should Close"]);
    expect(await own.titles("?q=harbors+planes")).toEqual([]);
    // In a paragraph of the built-in debate, and of its copy under another title.
    expect(await own.titles("?q=northern+territories")).toEqual([JAPAN, "Harbors Should Close"]);
  });

  test("takes %, _ and \\ as they are", async () => {
    await using server = await startServer();
    const own = shelf(server);
    await own.add(draft("Spend 100% of it"));
    await own.add(draft("A_B \\ C"));
    const search = (q: string) => own.titles(`?shelf=own&q=${encodeURIComponent(q)}`);
    expect(await search("100%")).toEqual(["Spend 100% of it"]);
    expect(await search("a_b")).toEqual(["A_B \\ C"]);
    expect(await search("\\")).toEqual(["A_B \\ C"]);
    expect(await search("1%0")).toEqual([]);
    expect(await search("a%b")).toEqual([]);
  });
});

describe("[D15] a list reads no content", () => {
  test("so a debate whose content is not JSON lists and is found like others", async () => {
    await using server = await startServer();
    const own = shelf(server);
    const id = await own.add(draft("Harbors Should Close"));
    await server.database.write((to) => to.debate.update({ where: { id }, data: { content: "{" } }));
    expect(await own.titles("?shelf=own")).toEqual(["Harbors Should Close"]);
    expect(await own.titles("?q=harbors")).toEqual(["Harbors Should Close"]);
    expect((await own.page()).counts.own).toBe(1);
  });
});

describe("[D16] a debate", () => {
  test("that a session was opened with is archived when it is deleted, and says so; one that was not is gone", async () => {
    await using server = await startServer();
    const own = shelf(server);
    const [used, unused] = [await own.add(draft("Used")), await own.add(draft("Unused"))];
    const { code } = await server.open({}, used);
    for (let again = 0; again < 2; again += 1) {
      const answer = await own.ask(`/${used}`, { method: "DELETE" });
      expect([answer.status, await answer.json()]).toEqual([200, { archived: true }]);
    }
    expect((await own.ask(`/${unused}`, { method: "DELETE" })).status).toBe(204);
    expect(await own.titles("?shelf=own")).toEqual([]);
    expect(await own.titles("?shelf=archived")).toEqual(["Used"]);
    expect((await own.ask(`/${used}`)).status).toBe(200);

    await server.asInstructor(`/api/sessions/${code}`, { method: "DELETE" });
    expect((await own.ask(`/${used}`, { method: "DELETE" })).status).toBe(204);
    expect(await own.titles("?shelf=archived")).toEqual([]);
  });

  test("is archived and restored by its owner alone", async () => {
    await using server = await startServer();
    const own = shelf(server);
    const id = await own.add(draft("Mine"));
    const theirs = shelf(server, await server.colleague());
    for (const each of [id, BUILT_IN_DEBATE.id, "none"])
      expect((await theirs.archive(each, true)).status).toBe(404);
    expect((await own.archive(id, true)).status).toBe(204);
    expect([await own.titles("?shelf=own"), await own.titles("?shelf=archived")]).toEqual([[], ["Mine"]]);
    expect((await own.archive(id, false)).status).toBe(204);
    expect(await own.titles("?shelf=own")).toEqual(["Mine"]);
  });
});

test("[D13] a colleague's shelf shows what its owner shares with everyone or with them, and no more", async () => {
  await using server = await startServer();
  const own = shelf(server);
  const [all, one, none] = [
    await own.add(draft("For all")),
    await own.add(draft("For Alan")),
    await own.add(draft("For no one")),
  ];
  const cookie = await server.colleague();
  const theirs = shelf(server, cookie);
  const alan = await server.database.reader.instructor.findFirstOrThrow({ where: { name: "Alan" } });
  await server.database.write(async (to) => {
    await to.debate.update({ where: { id: all }, data: { sharing: "read" } });
    await to.debateShare.create({ data: { debateId: one, instructorId: alan.id, right: "edit" } });
  });
  const rows = await theirs.rows("?shelf=shared");
  expect(rows.map(({ resolution, from }) => [resolution, from])).toEqual([
    ["For Alan", { name: "Grace", right: "edit" }],
    ["For all", { name: "Grace", right: "read" }],
  ]);
  expect((await theirs.ask(`/${all}`)).status).toBe(200);
  expect((await theirs.ask(`/${none}`)).status).toBe(404);
  expect(await own.rows("?shelf=shared")).toEqual([]);
  // Taken back, or put away by its owner.
  await server.database.write((to) => to.debate.update({ where: { id: all }, data: { sharing: "none" } }));
  await own.archive(one, true);
  expect(await theirs.rows("?shelf=shared")).toEqual([]);
});

test("[D17] a debate says when its instructor last opened a session of it, and of how many", async () => {
  let now = 1_000_000_000_000;
  await using server = await startServer({ clock: () => now });
  const own = shelf(server);
  const id = await own.add(draft("Taught"));
  await server.open({}, id);
  now += 60_000;
  await server.open({}, id);
  const taught = (await own.rows("?taught=yes")).map((row) => [row.id, row.taught]);
  expect(taught).toEqual([
    [BUILT_IN_DEBATE.id, { last: 1_000_000_000_000, times: 1 }],
    [id, { last: now, times: 2 }],
  ]);
  await own.add(draft("Never"));
  expect(await own.titles("?taught=no&shelf=own")).toEqual(["Never"]);
});

test("[D18] the host is told when the debate that a session ran was saved, and whether it was edited or deleted since", async () => {
  let now = 1_000_000_000_000;
  await using server = await startServer({ clock: () => now });
  const own = shelf(server);
  const debateId = await own.add(draft("As it was"));
  const { code } = await server.open({}, debateId);
  const savedAt = now;
  const ran = async () => {
    const headers = new Headers({ cookie: server.cookie });
    const page = await server.app.pageApi.dashboard(headers, 0);
    const results = await server.app.pageApi.results(headers, code);
    if (!page.ok || !results.ok) throw new Error("not read");
    const card = page.value.sessions.find((each) => each.code === code)?.ran;
    expect(results.value.ran).toEqual(card);
    return card;
  };
  expect(await ran()).toEqual({ debateId, state: "unchanged", savedAt });
  now += 60_000;
  await own.ask(`/${debateId}`, { method: "PUT", json: { debate: draft("As it is") } });
  expect(await ran()).toMatchObject({ debateId, state: "edited" });
  await server.database.write((to) => to.debate.delete({ where: { id: debateId } }));
  expect(await ran()).toEqual({ debateId, state: "deleted", savedAt: null });
});

test("[D19] other resolutions of a series are titles to fill, and links once there is a debate of them", async () => {
  await using server = await startServer();
  const own = shelf(server);
  const labels = async () => (await own.page()).series[0]?.toFill.map(({ label }) => label);
  expect(await labels()).toEqual(BUILT_IN_DEBATE.related.map(({ label }) => label));
  const id = await own.add(draft("A U.S.-DPRK peace declaration is good for Japan.", { related: [] }));
  expect(await labels()).toEqual(BUILT_IN_DEBATE.related.slice(1).map(({ label }) => label));
  const read = async (cookie: string) =>
    server.app.pageApi.debate(new Headers({ cookie }), BUILT_IN_DEBATE.id);
  expect(await read(server.cookie)).toMatchObject({ value: { related: [id, null, null, null] } });
  expect(await read(await server.colleague())).toMatchObject({
    value: { related: [null, null, null, null] },
  });
});

test("[D20] an instructor reads what a debate did in their own sessions whose results are open, without rehearsals", async () => {
  await using server = await startServer();
  const id = await shelf(server).add(draft("Taught"));
  const usual = async (cookie = server.cookie) => {
    const read = await server.app.pageApi.usual(new Headers({ cookie }), id);
    return read.ok ? read.value : read.code;
  };
  const { code } = await server.open({ identity: "pseudonym" }, id);
  const host = await server.connect("host", { code });
  await moveTo(host, "before");
  for (const choice of ["for", "against", "for"] as const)
    await (await server.connect("student", { code })).send("ballot:cast", ballot(choice));
  await server.open({ simulated: 5 }, id);
  expect(await usual()).toBeNull();
  await moveTo(host, "results");
  const before = { votes: 3, shares: { for: 2 / 3, against: 1 / 3, undecided: 0 } };
  expect(await usual()).toMatchObject({ sessions: 1, before });
  const colleague = await server.colleague();
  expect(await usual(colleague)).toBe("not-found");
  await server.database.write((to) => to.debate.update({ where: { id }, data: { sharing: "edit" } }));
  expect(await usual(colleague)).toBeNull();
});

test("[D14] [D43] debates are found by subject, and by whether three classes were split at their first vote", async () => {
  await using server = await startServer();
  const own = shelf(server);
  const id = await own.add(draft("Harbors Should Close", { tags: ["Sea", "ships"] }));
  expect(await own.titles("?subject=sea")).toEqual(["Harbors Should Close"]);
  expect(await own.titles("?subject=ships")).toEqual([]);
  expect((await own.page()).subjects).toContain("sea");
  const hold = async (identity: "anonymous" | "pseudonym") => {
    const { code } = await server.open({ identity }, id);
    const host = await server.connect("host", { code });
    await moveTo(host, "before", { identity });
    for (let place = 0; place < 8; place += 1) {
      const student = await server.connect("student", { code });
      await student.send("ballot:cast", ballot(place % 2 ? "for" : "against"));
      student.socket.close();
    }
    await moveTo(host, "closed", { identity });
  };
  await hold("pseudonym");
  await hold("pseudonym");
  await hold("anonymous");
  // A start forgets what was counted a moment ago.
  await server.restart();
  expect(await own.rows("?shelf=own&splits=yes")).toEqual([]);
  await hold("pseudonym");
  await server.restart();
  expect(await own.rows("?shelf=own&splits=yes")).toMatchObject([{ id, splits: { classes: 3, split: 3 } }]);
});

test("[D44] a surprise is one of the debates that fit", async () => {
  await using server = await startServer();
  const own = shelf(server);
  const id = await own.add(draft("Harbors Should Close", { tags: ["sea"] }));
  const drawn = (asked: object) => server.app.pageApi.surprise(new Headers({ cookie: server.cookie }), asked);
  expect(await drawn({ subject: "sea" })).toEqual({ ok: true, value: id });
  expect(await drawn({ q: "zyzzyva" })).toEqual({ ok: true, value: null });
  expect(await server.app.pageApi.surprise(new Headers(), {})).toMatchObject({
    ok: false,
    code: "unauthorized",
  });
});
