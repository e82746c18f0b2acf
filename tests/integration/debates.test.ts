import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE, BUILT_IN_DEBATES } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { ARABIC, JAPANESE } from "#tests/support/languages.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { OWN, SEED } from "#tests/support/newsletter.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const PDF = `%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n${"1 0 obj\n".repeat(50)}`;
const ONE_POSITION = OWN.replace(/Mr\. Tomas Everard.*?(?=About the Authors)/su, "");

function shelf(server: TestServer, cookie = server.cookie) {
  const ask = (path: string, method: string, json?: unknown) =>
    server.request(`/api/debates${path}`, {
      method,
      headers: { cookie },
      ...(json !== undefined && { json }),
    });
  return {
    import: (text: unknown) => ask("/import", "POST", { text }),
    create: (debate: unknown, draft?: boolean) => ask("", "POST", { debate, draft }),
    save: (id: string, debate: unknown, ifMatch?: string, draft?: boolean) =>
      server.request(`/api/debates/${id}`, {
        method: "PUT",
        headers: { cookie, ...(ifMatch !== undefined && { "if-match": ifMatch }) },
        json: { debate, draft },
      }),
    read: (id: string) => ask(`/${id}`, "GET"),
    remove: (id: string) => ask(`/${id}`, "DELETE"),
    list: async () => (await (await ask("", "GET")).json()).debates as Partial<Debate>[],
  };
}

async function imported(server: TestServer, text = OWN): Promise<Debate> {
  return (await (await shelf(server).import(text)).json()).debate;
}

const draftOf = ({ id: _, ...draft }: Debate) => draft;

test("the list of debates holds the built-in ones and the instructor's own, newest first", async () => {
  await using server = await startServer();
  const builtIn = {
    id: "japan-russia-card",
    lang: "en",
    resolution: "Japan Could Play the Russia Card Against China",
    series: "Debating Japan",
    volume: 2,
    issue: 3,
  };
  const ids = BUILT_IN_DEBATES.map((debate) => debate.id);
  const listed = await shelf(server).list();
  expect(listed.map((debate) => debate.id)).toEqual(ids);
  expect(listed[0]).toMatchObject(builtIn);
  const { id } = await imported(server);
  expect((await shelf(server).list()).map((debate) => debate.id)).toEqual([...ids, id]);
  expect(await (await shelf(server).read(builtIn.id)).json()).toEqual({ debate: BUILT_IN_DEBATE });
});

describe("[N8][N15] an import", () => {
  test("of a newsletter is stored, with warnings where the parser was not sure", async () => {
    await using server = await startServer();
    const response = await shelf(server).import(OWN);
    expect(response.status).toBe(201);
    const { debate, warnings } = await response.json();
    expect(debate).toMatchObject({
      resolution: "Marrowby Should Close Its Old Harbor to Cruise Ships",
      positions: [
        { side: "for", expert: { name: "Marisol Quintero" } },
        { side: "against", expert: { name: "Tomas Everard" } },
      ],
    });
    expect(warnings).toContainEqual(expect.objectContaining({ code: "sides-follow-order" }));
    expect(await (await shelf(server).read(debate.id)).json()).toEqual({ debate });
  });

  test.skipIf(!SEED)(
    "of the real newsletter becomes a session in which its first paragraph can be read",
    async () => {
      await using server = await startServer();
      const { id, positions } = await imported(server, SEED);
      const { code } = await server.open({}, id);
      await moveTo(await server.connect("host", { code }), "reading");
      const { debate } = await (await server.request(`/api/sessions/${code}/debate`)).json();
      expect(debate.positions).toEqual(positions);
    },
  );

  test.each([
    ["nothing", "", "empty"],
    ["a shopping list", "milk\neggs\n2 lemons\nbread", "no-resolution, no-positions"],
    ["the bytes of a PDF", PDF, "not-text"],
    ["one position", ONE_POSITION, "one-position"],
    ["over a million characters", `${OWN}${"x".repeat(1_000_000)}`, "too-long"],
  ])("of %s is refused with what is missing, and nothing is stored", async (_, text, missing) => {
    await using server = await startServer();
    const response = await shelf(server).import(text);
    expect(response.status).toBe(422);
    const { error } = await response.json();
    expect(error.message).toContain(missing);
    expect(error.fields.map(({ code }: { code: string }) => code).join(", ")).toBe(missing);
    expect(await server.database.reader.debate.count()).toBe(0);
  });

  test("of five megabytes is refused as too long, and of no text at all as malformed", async () => {
    await using server = await startServer();
    const huge = await shelf(server).import("x".repeat(5 * 1024 * 1024));
    expect([huge.status, (await huge.json()).error.code]).toEqual([413, "too-long"]);
    for (const text of [undefined, null, 7, [OWN]])
      expect((await shelf(server).import(text)).status).toBe(400);
    expect(await server.database.reader.debate.count()).toBe(0);
  });
});

test("[L16] an instructor imports 20 newsletters a minute; the next is refused before it is read, and others go on", async () => {
  await using server = await startServer();
  for (let n = 0; n < 20; n += 1) expect((await shelf(server).import(OWN)).status).toBe(201);
  const refused = await shelf(server).import("x".repeat(1_000_001));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await server.database.reader.debate.count()).toBe(20);
  expect((await shelf(server, await server.colleague()).import(OWN)).status).toBe(201);
});

describe("an instructor's own debate", () => {
  test("[D6] is saved, changed and deleted; a session keeps the copy that it was opened with", async () => {
    await using server = await startServer();
    const own = shelf(server);
    const created = await own.create(draftOf(BUILT_IN_DEBATE));
    expect(created.status).toBe(201);
    const { debate }: { debate: Debate } = await created.json();
    expect(debate).toEqual({ ...BUILT_IN_DEBATE, id: debate.id });
    const { code } = await server.open({}, debate.id);

    const changed = { ...draftOf(debate), resolution: "Japan Should Not" };
    expect(await (await own.save(debate.id, changed)).json()).toMatchObject({
      debate: { id: debate.id, ...changed },
    });
    expect(await (await own.read(debate.id)).json()).toEqual({ debate: { id: debate.id, ...changed } });
    const card = await (await server.request(`/api/sessions/${code}`)).json();
    expect(card.resolution).toBe(BUILT_IN_DEBATE.resolution);
    await server.request(`/api/sessions/${code}`, { method: "DELETE", headers: { cookie: server.cookie } });
    expect((await own.remove(debate.id)).status).toBe(204);
    for (const again of [own.read, own.remove]) expect((await again(debate.id)).status).toBe(404);
    expect((await own.save(debate.id, changed)).status).toBe(404);
  });

  test("[E6] says its language, guessed where it says none; a session keeps what it was opened with", async () => {
    await using server = await startServer();
    const own = shelf(server);
    const { id, lang } = await imported(server, JAPANESE);
    expect(lang).toBe("ja");
    const { debate }: { debate: Debate } = await (await own.create(ARABIC)).json();
    const read = async () => ((await (await own.read(debate.id)).json()) as { debate: Debate }).debate.lang;
    expect(await read()).toBe("ar");
    const { code } = await server.open({}, debate.id);
    await own.save(debate.id, { ...ARABIC, lang: "ar-EG" });
    expect(await read()).toBe("ar-EG");
    expect((await (await server.request(`/api/sessions/${code}`)).json()).lang).toBe("ar");
    expect((await own.list()).find((each) => each.id === id)?.lang).toBe("ja");
  });

  test("[D3] is not saved with unknown fields, missing positions or invalid values", async () => {
    await using server = await startServer();
    const { id, ...draft } = await imported(server);
    const wrong: object[] = [
      { ...draft, id },
      { ...draft, ownerId: "somebody" },
      { ...draft, positions: [...draft.positions].reverse() },
      { ...draft, positions: [draft.positions[0]] },
      { ...draft, resolution: " " },
      { ...draft, resources: [{ label: "x", url: "javascript:alert(1)" }] },
    ];
    for (const debate of wrong) expect((await shelf(server).save(id, debate)).status).toBe(400);
    const long = await shelf(server).save(id, { ...draft, resolution: "x".repeat(301) });
    expect([long.status, (await long.json()).error.code]).toEqual([413, "too-long"]);
    expect(await (await shelf(server).read(id)).json()).toEqual({ debate: { id, ...draft } });
  });

  test("[D3] is saved up to its limits, however large that is", async () => {
    await using server = await startServer();
    const { id, ...draft } = await imported(server);
    const text = "\u6d77".repeat(DEBATE_LIMITS.paragraph);
    const paragraphs = Array.from({ length: DEBATE_LIMITS.paragraphs }, (_, index) => ({
      n: index + 1,
      text,
    }));
    const positions = draft.positions.map((position) => ({ ...position, paragraphs }));
    expect((await shelf(server).save(id, { ...draft, positions })).status).toBe(200);
  });

  test("[W3] is not found by a colleague, and no one can change the built-in one", async () => {
    await using server = await startServer();
    const { id, ...draft } = await imported(server);
    const theirs = shelf(server, await server.colleague());
    expect((await theirs.list()).map((debate) => debate.id)).toEqual(
      BUILT_IN_DEBATES.map((debate) => debate.id),
    );
    for (const answer of [await theirs.read(id), await theirs.save(id, draft), await theirs.remove(id)])
      expect([answer.status, (await answer.json()).error.code]).toEqual([404, "not-found"]);
    const json = { debateId: id };
    const cookie = await server.signIn({
      name: "Alan",
      email: "alan@example.org",
      password: "nanoseconds-1906",
    });
    expect((await server.request("/api/sessions", { json, headers: { cookie } })).status).toBe(404);
    expect((await shelf(server).remove(BUILT_IN_DEBATE.id)).status).toBe(404);
    expect((await shelf(server).save(BUILT_IN_DEBATE.id, draft)).status).toBe(404);
    expect((await shelf(server, "").import(OWN)).status).toBe(401);
    expect((await shelf(server).read(id)).status).toBe(200);
  });
});

describe("[D11] two people who edit one debate", () => {
  const tagOf = (response: Response) => response.headers.get("etag") ?? "";
  async function edited(server: TestServer) {
    const debate = await imported(server);
    const { id } = debate;
    const own = shelf(server);
    const read = await own.read(id);
    return { id, own, debate, base: tagOf(read), draft: draftOf(debate) };
  }

  test("the second save is refused with the first's version, and accepted once it is based on that", async () => {
    await using server = await startServer();
    const { id, own, base, draft } = await edited(server);
    expect(base).toMatch(/^"[\w-]+"$/u);
    const [first, second] = ["Harbors Are for Ships", "Harbors Are for Fish"].map((resolution) => ({
      ...draft,
      resolution,
    }));
    const saved = await own.save(id, first, base);
    expect(saved.status).toBe(200);
    expect(tagOf(saved)).not.toBe(base);
    expect(tagOf(await own.read(id))).toBe(tagOf(saved));

    const refused = await own.save(id, second, base);
    expect([refused.status, tagOf(refused)]).toEqual([412, tagOf(saved)]);
    expect(await refused.json()).toEqual({
      error: { code: "stale", message: expect.any(String) },
      debate: { id, ...first },
      etag: tagOf(saved),
    });
    expect(await (await own.read(id)).json()).toEqual({ debate: { id, ...first } });
    const stored = await own.save(id, second, tagOf(refused));
    expect([stored.status, await stored.json()]).toMatchObject([200, { debate: { id, ...second } }]);
  });

  test("of twenty saves at once from one version one is stored, and only that one is confirmed", async () => {
    await using server = await startServer();
    const { id, own, base, draft } = await edited(server);
    const drafts = Array.from({ length: 20 }, (_, n) => ({ ...draft, resolution: `Resolution ${n}` }));
    const answers = await Promise.all(drafts.map((each) => own.save(id, each, base)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)]);
    const won = drafts[answers.findIndex(({ ok }) => ok)];
    expect(await (await own.read(id)).json()).toEqual({ debate: { id, ...won } });
  });

  test("the same save again, after a lost answer, succeeds", async () => {
    await using server = await startServer();
    const { id, own, base, draft } = await edited(server);
    const changed = { ...draft, resolution: "Harbors Are for Ships" };
    const answers = [await own.save(id, changed, base), await own.save(id, changed, base)];
    expect(answers.map((answer) => [answer.status, tagOf(answer)])).toEqual(
      Array(2).fill([200, tagOf(await own.read(id))]),
    );
  });

  test("a save without If-Match, with a matching list or with * is stored; weak tags never match, and malformed ones are refused", async () => {
    await using server = await startServer();
    const { id, own, base, draft } = await edited(server);
    let n = 0;
    const save = async (ifMatch?: string) => {
      n += 1;
      const answer = await own.save(id, { ...draft, resolution: `Resolution ${n}` }, ifMatch);
      return [answer.status, answer.ok ? null : (await answer.json()).error.code];
    };
    const now = async () => tagOf(await own.read(id));
    expect(await save()).toEqual([200, null]);
    expect(await save(`"x", ${await now()}`)).toEqual([200, null]);
    expect(await save("*")).toEqual([200, null]);
    expect(await save(base)).toEqual([412, "stale"]);
    expect(await save(`W/${await now()}`)).toEqual([412, "stale"]);
    for (const wrong of ["", "x", `${await now()}x`, "*, *"])
      expect(await save(wrong)).toEqual([400, "malformed"]);
    expect(await (await own.read(id)).json()).toMatchObject({ debate: { resolution: "Resolution 3" } });
  });

  test("a deleted debate, a colleague's and the built-in one are not found, whatever the version", async () => {
    await using server = await startServer();
    const { id, own, base, draft } = await edited(server);
    const theirs = shelf(server, await server.colleague());
    const builtIn = await own.read(BUILT_IN_DEBATE.id);
    expect(tagOf(builtIn)).toMatch(/^"[\w-]+"$/u);
    for (const ifMatch of [base, "*"]) {
      const answer = await theirs.save(id, draft, ifMatch);
      expect([answer.status, tagOf(answer)]).toEqual([404, ""]);
    }
    expect((await own.save(BUILT_IN_DEBATE.id, draft, tagOf(builtIn))).status).toBe(404);
    expect((await own.remove(id)).status).toBe(204);
    for (const ifMatch of [base, "*"]) {
      const answer = await own.save(id, draft, ifMatch);
      expect([answer.status, (await answer.json()).error.code]).toEqual([404, "not-found"]);
    }
    expect(await server.database.reader.debate.count()).toBe(0);
  });
});

describe("[D22] a draft", () => {
  const { id: _, versions: __, ...finished } = BUILT_IN_DEBATE;
  const [first, second] = finished.positions;
  const blank = { name: "", role: "" };
  const bare = {
    ...finished,
    resolution: "",
    positions: [
      { side: "for", expert: blank, paragraphs: [] },
      { side: "against", expert: blank, paragraphs: [{ n: 1, text: "" }] },
    ],
  };

  test("may lack anything, is listed, and opens no session until a whole debate is saved over it", async () => {
    await using server = await startServer();
    expect((await shelf(server).create(bare)).status).toBe(400);
    const created = await shelf(server).create(bare, true);
    expect(created.status).toBe(201);
    const { debate, draft, etag } = await created.json();
    expect({ draft, etag }).toEqual({ draft: true, etag: created.headers.get("etag") });
    const drafts = await server.request("/api/debates?shelf=drafts", { headers: { cookie: server.cookie } });
    expect((await drafts.json()).debates).toMatchObject([{ id: debate.id, shelf: "drafts", resolution: "" }]);
    const open = async () =>
      (
        await server.request("/api/sessions", {
          method: "POST",
          headers: { cookie: server.cookie },
          json: { debateId: debate.id },
        })
      ).json();
    expect((await open()).error.code).toBe("unfinished");

    expect((await shelf(server).save(debate.id, bare, etag)).status).toBe(400);
    const saved = await shelf(server).save(debate.id, finished, etag);
    expect(await saved.json()).toEqual({
      debate: { id: debate.id, ...finished },
      etag: saved.headers.get("etag"),
    });
    expect((await open()).code).toBeDefined();
  });

  test("is never saved over a newer version, nor over the finished debate", async () => {
    await using server = await startServer();
    const { debate, etag } = await (await shelf(server).create(bare, true)).json();
    const one = await shelf(server).save(debate.id, { ...bare, resolution: "One" }, etag, true);
    expect([one.status, (await one.json()).draft]).toEqual([200, true]);
    const other = await shelf(server).save(debate.id, { ...bare, resolution: "Other" }, etag, true);
    expect([other.status, (await other.json()).debate.resolution]).toEqual([412, "One"]);

    await shelf(server).save(debate.id, finished);
    const late = await shelf(server).save(debate.id, finished, "*", true);
    expect([late.status, (await late.json()).draft]).toEqual([412, undefined]);
  });

  test("[D24][R3] in Markdown becomes plain text in its session, whose words can be quoted", async () => {
    await using server = await startServer();
    const text = "It is *very* likely, says [the report](https://csis.org/r).";
    const written = {
      ...finished,
      format: "markdown",
      positions: [{ ...first, paragraphs: [{ n: 1, text }] }, second],
    };
    const { debate } = await (await shelf(server).create(written)).json();
    expect(debate.positions[0].paragraphs).toEqual([{ n: 1, text }]);
    const { code } = await server.open({}, debate.id);
    const host = await server.connect("host", { code });
    await moveTo(host, "reading");
    const read = (await (await server.request(`/api/sessions/${code}/debate`)).json()).debate;
    expect(read.format).toBeUndefined();
    expect(read.positions[0].paragraphs[0]).toEqual({
      n: 1,
      text: "It is very likely, says the report.",
      marks: [
        { as: "em", from: 6, to: 10 },
        { as: "link", from: 24, to: 34, href: "https://csis.org/r" },
      ],
    });
    const ada = await server.connect("student", { code });
    await moveTo(host, "rebuttal");
    const quoting = (exact: string) =>
      ada.send("rebuttal:post", rebuttal({ quote: { side: "for", n: 1, exact } }));
    expect(await quoting("is very likely, says the report")).toMatchObject(OK);
    expect(await quoting("is *very* likely")).toEqual(refused("malformed"));
  });
});
