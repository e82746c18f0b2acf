import { describe, expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

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
    await server.asInstructor(`/api/sessions/${code}`, { method: "DELETE" });
    expect((await own.remove(debate.id)).status).toBe(204);
    for (const again of [own.read, own.remove]) expect((await again(debate.id)).status).toBe(404);
    expect((await own.save(debate.id, changed)).status).toBe(404);
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
});

describe("[D22] a draft", () => {
  const { id: _, versions: __, ...finished } = BUILT_IN_DEBATE;
  const [_first, _second] = finished.positions;
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
    const drafts = await server.asInstructor("/api/debates?shelf=drafts");
    expect((await drafts.json()).debates).toMatchObject([{ id: debate.id, shelf: "drafts", resolution: "" }]);
    const open = async () =>
      (
        await server.asInstructor("/api/sessions", {
          method: "POST",
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
});
