import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Debate, DebateDraft } from "#debate/content/debate.ts";
import type { DebateRow } from "#debate/protocol/shelf.ts";
import { listingColumns } from "#server/store/debates/debate-listings.ts";
import { versionOf } from "#server/store/debates/debates.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

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

  test("finds Japanese words of two characters, in either Kana and any width", async () => {
    await using server = await startServer();
    const own = shelf(server);
    await own.add(draft("北方領土をロシアと共同で開発すべきである", { lang: "ja" }));
    for (const q of ["領土", "ろしあ", "ﾛｼｱ", "領土 開発"])
      expect(await own.titles(`?shelf=own&q=${encodeURIComponent(q)}`)).toHaveLength(1);
    expect(await own.titles(`?shelf=own&q=${encodeURIComponent("領海")}`)).toEqual([]);
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

  test("with an unknown shelf or field is refused; empty fields are none", async () => {
    await using server = await startServer();
    expect((await shelf(server).ask("?shelf=cellar")).status).toBe(400);
    expect((await shelf(server).ask("?sort=up")).status).toBe(400);
    expect((await shelf(server).ask("?q=&shelf=&level=")).status).toBe(200);
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

    await server.request(`/api/sessions/${code}`, { method: "DELETE", headers: { cookie: server.cookie } });
    expect((await own.ask(`/${used}`, { method: "DELETE" })).status).toBe(204);
    expect(await own.titles("?shelf=archived")).toEqual([]);
  });

  test("is not kept for a rehearsal", async () => {
    await using server = await startServer();
    const own = shelf(server);
    const id = await own.add(draft("Rehearsed"));
    await server.open({ simulated: 5 }, id);
    expect((await own.rows("?shelf=own"))[0]?.taught).toBeUndefined();
    expect((await own.ask(`/${id}`, { method: "DELETE" })).status).toBe(204);
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

  test("is copied with everything in it, by those who may", async () => {
    await using server = await startServer();
    const own = shelf(server);
    const debate = draft("Mine", { tags: ["ships"], kit: { objectives: ["Weigh both sides"] } });
    const id = await own.add(debate);
    const theirs = shelf(server, await server.colleague());
    const copy = (by: typeof own, from: string) => by.ask(`/${from}/copy`, { method: "POST" });
    expect((await copy(theirs, id)).status).toBe(404);
    const share = (sharing: string) =>
      server.database.write((to) => to.debate.update({ where: { id }, data: { sharing } }));
    await share("read");
    expect((await copy(theirs, id)).status).toBe(403);
    await share("copy");
    for (const by of [own, theirs]) {
      const answer = await copy(by, id);
      expect(answer.status).toBe(201);
      const made: { debate: Debate } = await answer.json();
      expect(made.debate).toEqual({ ...debate, id: made.debate.id });
      expect(made.debate.id).not.toBe(id);
    }
    expect((await copy(theirs, BUILT_IN_DEBATE.id)).status).toBe(201);
    expect(await theirs.titles("?shelf=own")).toEqual([JAPAN, "Mine"]);
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

test("[D13] the dashboard shows 50 debates, series by series, with the number of all", async () => {
  await using server = await startServer();
  const own = shelf(server);
  await server.database.write(async (to) => {
    const { id: ownerId } = await to.instructor.findFirstOrThrow();
    const data = Array.from({ length: 60 }, (_, n) => {
      const debate = { ...draft(`Resolution ${n}`, { series: "Sixty", issue: n + 1 }), id: `d${n}` };
      const content = JSON.stringify(debate);
      const times = { createdAt: BigInt(n), updatedAt: BigInt(n) };
      return { id: debate.id, ownerId, content, ...times, ...listingColumns(debate, versionOf(content), n) };
    });
    await to.debate.createMany({ data });
  });
  const first = await own.page({ shelf: "own" });
  expect([first.matching, first.shown]).toEqual([60, 50]);
  expect(first.series.map(({ name, count, debates }) => [name, count, debates.length])).toEqual([
    ["Sixty", 60, 50],
  ]);
  expect(first.series[0]?.debates[0]?.issue).toBe(60);
  expect((await own.page({ shelf: "own" }, 100)).shown).toBe(60);
  const found = await own.page({ q: "resolution 59" });
  expect([found.matching, found.counts.own]).toEqual([1, 60]);
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

describe("[D18] the version of its debate that a session ran", () => {
  async function ranBy(server: TestServer, code: string) {
    const headers = new Headers({ cookie: server.cookie });
    const page = await server.app.pageApi.dashboard(headers, 0);
    const results = await server.app.pageApi.results(headers, code);
    if (!page.ok || !results.ok) throw new Error("not read");
    const card = page.value.sessions.find((each) => each.code === code)?.ran;
    expect(results.value.ran).toEqual(card);
    return card;
  }

  test("is told with when it was saved, and whether the debate was edited or deleted since", async () => {
    let now = 1_000_000_000_000;
    await using server = await startServer({ clock: () => now });
    const own = shelf(server);
    const debateId = await own.add(draft("As it was"));
    const { code } = await server.open({}, debateId);
    const savedAt = now;
    expect(await ranBy(server, code)).toEqual({ debateId, state: "unchanged", savedAt });
    now += 60_000;
    const save = (debate: DebateDraft) => own.ask(`/${debateId}`, { method: "PUT", json: { debate } });
    await save(draft("As it is"));
    const { debateVersion: version } = (await server.database.reader.frozenDebate.findFirst({
      where: { debateId },
    })) ?? { debateVersion: null };
    expect(await ranBy(server, code)).toMatchObject({ debateId, state: "edited" });
    // "Same again" runs the same version, where it was kept.
    const again = await server.request("/api/sessions", {
      json: { from: code },
      headers: { cookie: server.cookie },
    });
    const kept = { content: "", savedAt: BigInt(savedAt), savedBy: "Grace" };
    await server.database.write((to) =>
      to.debateVersion.upsert({
        where: { debateId_version: { debateId, version: version ?? "" } },
        create: { debateId, version: version ?? "", ...kept },
        update: kept,
      }),
    );
    const { code: second } = (await again.json()) as { code: string };
    expect(await ranBy(server, second)).toEqual({ debateId, state: "edited", savedAt });
    await server.database.write((to) => to.debate.delete({ where: { id: debateId } }));
    expect(await ranBy(server, code)).toEqual({ debateId, state: "deleted", savedAt: null });
  });

  test("is told to the host alone, and not for sessions from before it was kept", async () => {
    await using server = await startServer();
    const { code } = server.session;
    expect(await ranBy(server, code)).toEqual({
      debateId: BUILT_IN_DEBATE.id,
      state: "unchanged",
      savedAt: null,
    });
    const headers = new Headers({ cookie: server.cookie });
    const asClass = await server.app.pageApi.results(headers, code, undefined, "class");
    expect(JSON.stringify(asClass)).not.toContain('"ran"');
    await server.database.write((to) =>
      to.frozenDebate.updateMany({ data: { debateId: null, debateVersion: null } }),
    );
    expect(await ranBy(server, code)).toBeUndefined();
  });
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

describe("[D20] what a debate did in the instructor's sessions", () => {
  async function teach(server: TestServer, debateId: string, settings: GivenSettings, voters: number) {
    const { code } = await server.open(settings, debateId);
    const host = await server.connect("host", { code });
    await moveTo(host, "before");
    for (let n = 0; n < voters; n += 1) {
      const ada = await server.connect("student", { code });
      await ada.send("ballot:cast", ballot(n % 2 === 0 ? "for" : "against"));
    }
    return { code, host };
  }
  const usual = async (server: TestServer, id: string, cookie = server.cookie) => {
    const read = await server.app.pageApi.usual(new Headers({ cookie }), id);
    return read.ok ? read.value : read.code;
  };

  test("counts those whose results are open, without rehearsals, for that instructor alone", async () => {
    await using server = await startServer();
    const id = await shelf(server).add(draft("Taught"));
    const { host } = await teach(server, id, { identity: "pseudonym" }, 3);
    await server.open({ simulated: 5 }, id);
    expect(await usual(server, id)).toBeNull();
    await moveTo(host, "results");
    expect(await usual(server, id)).toMatchObject({
      sessions: 1,
      before: { votes: 3, shares: { for: 2 / 3, against: 1 / 3, undecided: 0 } },
    });
    const cookie = await server.colleague();
    expect(await usual(server, id, cookie)).toBe("not-found");
    await server.database.write((to) => to.debate.update({ where: { id }, data: { sharing: "edit" } }));
    expect(await usual(server, id, cookie)).toBeNull();
  });

  test("tells of an anonymous class only what the class was told", async () => {
    await using server = await startServer();
    const id = await shelf(server).add(draft("Taught"));
    const { host } = await teach(server, id, { identity: "anonymous" }, 3);
    await moveTo(host, "results");
    expect(await usual(server, id)).toMatchObject({ sessions: 1, before: null, margin: null });
  });
});
