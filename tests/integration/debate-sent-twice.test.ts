import { expect, test, vi } from "vitest";
import { debateSaver } from "#app/instructor/save-debate.ts";
import type { Debate } from "#debate/content/debate.ts";
import { debateFile, FILE_DEBATES } from "#debate/content/debate-file.ts";
import { DEBATE_BYTES } from "#server/http/debate-routes.ts";
import { colleagues, DRAFT } from "#tests/support/colleagues.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { startServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

test("[D11] a new debate that is sent again under its client's id is stored once; another one under that id is refused", async () => {
  await using server = await startServer();
  const { id: _, ...debate } = BUILT_IN_DEBATE;
  const id = crypto.randomUUID();
  const create = (resolution: string, cookie = server.cookie) =>
    server.request("/api/debates", {
      method: "POST",
      headers: { cookie },
      json: { id, debate: { ...debate, resolution } },
    });
  const [first, again] = await Promise.all([create("Once"), create("Once")]);
  expect([first.status, again.status]).toEqual([201, 201]);
  const made = await first.json();
  expect([made.debate.id, await again.json()]).toEqual([id, made]);
  const listed = await server.asInstructor("/api/debates?shelf=own");
  const titles = ((await listed.json()).debates as Debate[]).map(({ resolution }) => resolution);
  expect(titles).toEqual(["Once"]);
  // Typed on before the answer arrived: the newer one is saved over what came along.
  const other = await create("Twice");
  expect([other.status, await other.json()]).toEqual([412, { error: expect.anything(), ...made }]);
  const colleagues = await create("Once", await server.colleague());
  expect([colleagues.status, (await colleagues.json()).error.code]).toEqual([409, "duplicate"]);
});

test("[D11] a copy that is asked for again under its client's id is stored once, and stays as it was edited since", async () => {
  await using server = await startServer();
  const id = crypto.randomUUID();
  const ask = (method: string, path: string, json: object, cookie = server.cookie) =>
    server.request(`/api/debates${path}`, { method, headers: { cookie }, json });
  const copy = (cookie?: string) => ask("POST", `/${BUILT_IN_DEBATE.id}/copy`, { id }, cookie);
  const twice = await Promise.all([copy(), copy()]);
  expect(twice.map(({ status }) => status)).toEqual([201, 201]);
  const [first, again] = await Promise.all(twice.map((each) => each.json()));
  expect([first, again]).toEqual([{ debate: { ...BUILT_IN_DEBATE, id } }, first]);
  const edited = { ...first.debate, resolution: "Edited" };
  const { id: _, ...debate } = edited;
  expect((await ask("PUT", `/${id}`, { debate })).status).toBe(200);
  expect(await (await copy()).json()).toEqual({ debate: edited });
  const colleagues = await copy(await server.colleague());
  expect([colleagues.status, (await colleagues.json()).error.code]).toEqual([409, "duplicate"]);
});

/** Grace's page: `loseAnswer` stores what is saved next, and loses the answer. */
async function page() {
  const between = await colleagues();
  const { server, grace } = between;
  const ids = await server.database.reader.instructor.findMany({ select: { id: true, name: true } });
  const idOf = (name: string) => ids.find((each) => each.name === name)?.id ?? "";
  let isLost = false;
  vi.stubGlobal("fetch", async (...[at, init]: Parameters<typeof fetch>) => {
    if (!String(at).startsWith("/")) return fetched(at, init);
    const headers = { ...(init?.headers as Record<string, string>), cookie: page.cookie };
    const response = await fetched(server.url + String(at), { ...init, headers });
    if (!isLost) return response;
    isLost = false;
    throw new TypeError("Failed to fetch");
  });
  const page = {
    ...between,
    idOf,
    cookie: server.cookie,
    save: debateSaver(idOf("Grace")),
    loseAnswer: () => {
      isLost = true;
    },
    titled: async (id: string) => ((await (await grace.read(id)).json()).debate as Debate).resolution,
  };
  return page;
}
const fetched = fetch;
const as = (resolution: string) => ({ debate: { ...DRAFT, resolution } });
const LOST = { ok: false, code: "offline" };

test("[D11] [D22] after a lost answer a page saves over its own save, and never over a colleague's", async () => {
  await using grace = await page();
  const { id, save, loseAnswer, titled } = grace;
  const over = { id, etag: await grace.grace.tag(id) };
  loseAnswer();
  expect(await save(over, as("A"))).toEqual(LOST);
  expect(await titled(id)).toBe("A");
  const second = await save(over, as("AB"));
  expect(second).toMatchObject({ ok: true, value: { debate: { resolution: "AB" } } });
  // Both answers lost, one after the other.
  if (!second.ok) throw new Error("saved");
  const next = { id, etag: second.value.etag };
  for (const text of ["ABC", "ABCD"]) {
    loseAnswer();
    expect(await save(next, as(text))).toEqual(LOST);
  }
  expect(await save(next, as("ABCDE"))).toMatchObject({ ok: true });
  expect(await titled(id)).toBe("ABCDE");

  const last = { id, etag: await grace.grace.tag(id) };
  loseAnswer();
  expect(await save(last, as("Mine"))).toEqual(LOST);
  await grace.grace.save(id, { ...DRAFT, resolution: "Changed elsewhere" });
  const refused = await save(last, as("Mine, longer"));
  expect(refused).toMatchObject({ code: "stale", answer: { debate: { resolution: "Changed elsewhere" } } });
  expect(await titled(id)).toBe("Changed elsewhere");
});

test("[D11] a new debate whose answer was lost is saved again only over what this page sent", async () => {
  await using grace = await page();
  const { save, loseAnswer, titled } = grace;
  const anew = () => ({ id: crypto.randomUUID(), etag: null });
  const [own, changed] = [anew(), anew()];
  for (const over of [own, changed]) {
    loseAnswer();
    expect(await save(over, as("Once"))).toEqual(LOST);
    // As by a lesson kit that is written in another tab.
    if (over === changed) await grace.grace.save(over.id, { ...DRAFT, resolution: "Once, with a kit" });
    expect(await save(over, as("Once more"))).toMatchObject(over === own ? { ok: true } : { code: "stale" });
  }
  expect([await titled(own.id), await titled(changed.id)]).toEqual(["Once more", "Once, with a kit"]);
});

test("[D12] a page saves nothing once another instructor has signed in in its browser", async () => {
  await using grace = await page();
  const { id, save } = grace;
  expect((await grace.grace.share(id, { everyone: "edit" })).status).toBe(204);
  const etag = await grace.grace.tag(id);
  grace.cookie = grace.alan.cookie;
  const refused = { ok: false, code: "unauthorized" };
  expect(await save({ id, etag }, as("By Grace"))).toMatchObject(refused);
  expect(await save({ id: crypto.randomUUID(), etag: null }, as("By Grace"))).toMatchObject(refused);
  expect(await grace.server.database.reader.debate.count()).toBe(1);
  expect(await grace.titled(id)).toBe(DRAFT.resolution);
  // The same page as the colleague's own.
  expect(await debateSaver(grace.idOf("Alan"))({ id, etag }, as("By Alan"))).toMatchObject({ ok: true });
});

// Without its other versions and its kit a text is short enough to be read in the server itself [U8].
const { versions: _, kit: __, ...SHORT } = BUILT_IN_DEBATE;
const series = (...titles: string[]) =>
  JSON.stringify(debateFile(titles.map((resolution) => ({ ...SHORT, resolution }))));

test("[D11] a series that is sent again under its client's id is stored once; as another text, without an id, or by a colleague it is another", async () => {
  await using between = await colleagues();
  const { grace, alan, id: before } = between;
  await grace.ask("DELETE", `/${before}`);
  const id = crypto.randomUUID();
  const titles = async (who: typeof grace) => {
    const listed = await (await who.ask("GET", "?shelf=own")).json();
    return (listed.debates as Debate[]).map(({ resolution }) => resolution).toSorted();
  };
  const text = series("One", "Two", "Two");
  const send = (who: typeof grace, json: object) => who.ask("POST", "/import", json);
  const twice = await Promise.all([send(grace, { text, id }), send(grace, { text, id })]);
  expect(twice.map(({ status }) => status)).toEqual([201, 201]);
  const [first, again] = await Promise.all(twice.map((each) => each.json()));
  expect(again).toEqual(first);
  expect(await titles(grace)).toEqual(["One", "Two", "Two"]);
  // A debate that was edited since is not overwritten.
  await grace.save(first.debate.id, { ...DRAFT, resolution: "One, edited" });
  expect((await send(grace, { text, id })).status).toBe(201);
  expect(await titles(grace)).toEqual(["One, edited", "Two", "Two"]);

  await send(alan, { text, id });
  expect(await titles(alan)).toEqual(["One", "Two", "Two"]);
  await send(grace, { text: series("Three", "Two"), id });
  await send(grace, { text: series("Four") });
  await send(grace, { text: series("Four") });
  expect(await titles(grace)).toEqual(["Four", "Four", "One, edited", "Three", "Two", "Two", "Two"]);
});

test("[D31] [U8] a series that is too long for JSON is imported as a file, once under its client's id", async () => {
  await using between = await colleagues();
  const { server, alan } = between;
  const one = Buffer.byteLength(JSON.stringify(BUILT_IN_DEBATE));
  const count = Math.ceil(DEBATE_BYTES / one) + 1;
  expect(count).toBeLessThan(FILE_DEBATES);
  const text = JSON.stringify(debateFile(Array.from({ length: count }, () => BUILT_IN_DEBATE)));
  const send = (path: string) =>
    server.request(`/api/debates${path}`, {
      method: "POST",
      headers: { cookie: alan.cookie },
      body: formWith(text, "series.json"),
    });
  expect((await alan.import(text)).status).toBe(413);
  const path = `/import?id=${crypto.randomUUID()}`;
  const first = await send(path);
  expect(first.status).toBe(201);
  const { debates } = await first.json();
  expect(debates).toHaveLength(count);
  expect((await (await send(path)).json()).debates).toEqual(debates);
  const listed = await (await alan.ask("GET", "?shelf=own")).json();
  expect(listed.debates).toHaveLength(count);
});
