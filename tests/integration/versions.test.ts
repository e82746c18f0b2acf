import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { swapSides } from "#debate/content/swap-sides.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { IN_VERSIONS, JAPANESE, SIMPLE } from "#tests/support/versions.ts";

const { id: _, ...DRAFT } = IN_VERSIONS;

const post = (server: TestServer, debate: unknown) =>
  server.asInstructor("/api/debates", { json: { debate } });

const put = (server: TestServer, id: string, debate: unknown) =>
  server.asInstructor(`/api/debates/${id}`, {
    method: "PUT",
    json: { debate },
  });

/** The debate without the first paragraph of a position, so that neither reading text fits any more. */
const SHORTER: typeof DRAFT = {
  ...DRAFT,
  positions: [
    {
      ...DRAFT.positions[0],
      paragraphs: DRAFT.positions[0].paragraphs.slice(1).map((each) => ({ ...each, n: 1 })),
    },
    DRAFT.positions[1],
  ],
};

async function versionsOfClass(server: TestServer, id: string) {
  const { code } = await server.open({}, id);
  await moveTo(await server.connect("host", { code }), "reading");
  return (await (await server.request(`/api/sessions/${code}/debate`)).json()).debate.versions;
}

async function stored(server: TestServer): Promise<Debate> {
  return (await (await post(server, DRAFT)).json()).debate;
}

/** A class of the debate in versions, in `rebuttal`, with two seats. */
async function arguing(server: TestServer, version?: string) {
  const session = await server.open(version === undefined ? {} : { version }, (await stored(server)).id);
  const auth = { code: session.code };
  const host = await server.connect("host", auth);
  const [ada, bob] = [await server.connect("student", auth), await server.connect("student", auth)];
  await moveTo(host, "rebuttal");
  const read = async (query: string, headers = {}) =>
    server.request(`/api/sessions/${session.code}/debate${query}`, { headers });
  return { session, host, ada, bob, read };
}

const quote = { side: "for", n: 1, exact: "戦争は高い。", version: "ja" } as const;

describe("[X2] a version that does not fit", () => {
  test("is refused in a save, but stays where only the original changed, and the next class is without it", async () => {
    await using server = await startServer();
    const { id, ...debate } = await stored(server);
    const misfit = { ...debate, versions: [{ ...JAPANESE, against: ["土地。返さない。"] }] };
    expect((await put(server, id, misfit)).status).toBe(422);
    const edited = await put(server, id, SHORTER);
    expect(edited.status).toBe(200);
    expect((await edited.json()).debate.versions).toHaveLength(2);
    expect(await versionsOfClass(server, id)).toBeUndefined();
    // [D7]
    expect((await put(server, id, swapSides(SHORTER))).status).toBe(200);
  });
});

describe("[X4] a class reads one version at a time", () => {
  test("each with a tag of its own, and an unknown one is not found", async () => {
    await using server = await startServer();
    const { read } = await arguing(server);
    const texts = async (query: string) => {
      const response = await read(query);
      const { debate } = (await response.json()) as { debate: ReadDebate };
      return {
        tag: response.headers.get("etag") ?? "",
        text: debate.positions[0].paragraphs[0]?.text,
        debate,
      };
    };
    const [original, japanese] = [await texts(""), await texts("?version=ja")];
    expect(original.text).toBe("Peace costs little. A war would cost more.");
    expect(japanese.text).toBe("平和は安い。戦争は高い。");
    expect(japanese.debate.versions).toEqual([
      { id: "simple", label: "Simpler" },
      { id: "ja", label: "日本語", lang: "ja" },
    ]);
    expect(JSON.stringify(japanese.debate)).not.toMatch(/cheap|Peace costs/u);
    expect(japanese.tag).not.toBe(original.tag);
    expect((await read("?version=ja", { "if-none-match": japanese.tag })).status).toBe(304);
    expect((await read("?version=fr")).status).toBe(404);
    // The host has all of it, and with `version` what a class has.
    const whole = await read("", { cookie: server.cookie });
    expect((await whole.json()).debate.versions).toEqual([SIMPLE, JAPANESE]);
    const asClass = await read("?version=ja", { cookie: server.cookie });
    expect((await asClass.json()).debate).toEqual(japanese.debate);
  });

  test("not before positions are readable", async () => {
    await using server = await startServer();
    const { code } = await server.open({}, (await stored(server)).id);
    expect((await server.request(`/api/sessions/${code}/debate?version=ja`)).status).toBe(403);
  });

  test("[X5] and phones begin with the one that the host chose, which must be there", async () => {
    await using server = await startServer();
    const { session } = await arguing(server, "ja");
    const join = `/api/sessions/${session.code}/join?with=phone`;
    const { phone } = await (await server.request(join, { json: {} })).json();
    expect(phone.seat.debate).toMatchObject({ version: "ja", resolution: JAPANESE.resolution });
    expect(phone.settings.version).toBe("ja");
    const missing = await server.asInstructor("/api/sessions", {
      json: { debateId: "japan-russia-card", settings: { version: "fr" } },
    });
    expect(missing.status).toBe(404);
  });
});

describe("[R3][X3] quotations", () => {
  test("in Japanese and in English land on the same sentence for everyone", async () => {
    await using server = await startServer();
    const { host, ada, bob } = await arguing(server, "ja");
    const [inJapanese, inEnglish] = [randomUUID(), randomUUID()];
    const english = { side: "for", n: 1, exact: "A war would cost more." } as const;
    expect(await ada.send("rebuttal:post", rebuttal({ id: inJapanese, quote }))).toMatchObject({ ok: true });
    expect(await bob.send("rebuttal:post", rebuttal({ id: inEnglish, quote: english }))).toMatchObject({
      ok: true,
    });
    for (const client of [host, ada, bob]) {
      const { rebuttals } = await client.sync();
      const quoted = (id: string) => rebuttals.find((each) => each.id === id)?.quote;
      expect(quoted(inJapanese)).toEqual({ ...quote, sentences: [2, 2] });
      expect(quoted(inEnglish)).toEqual({ ...english, sentences: [2, 2] });
    }
  });

  test("are refused in another version than they name, in an unknown one, and without the name", async () => {
    await using server = await startServer();
    const { ada } = await arguing(server);
    const answer = (changed: object) =>
      ada.send("rebuttal:post", rebuttal({ id: randomUUID(), quote: { ...quote, ...changed } }));
    expect(await answer({ version: "simple" })).toMatchObject({ ok: false, code: "malformed" });
    expect(await answer({ version: undefined })).toMatchObject({ ok: false, code: "malformed" });
    expect(await answer({ version: "fr" })).toMatchObject({ ok: false, code: "not-found" });
    expect(await answer({ version: "no such name" })).toMatchObject({ ok: false, code: "malformed" });
  });
});
