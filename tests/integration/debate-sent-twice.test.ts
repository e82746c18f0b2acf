import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import { startServer } from "#tests/support/server.ts";

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
  const listed = await server.request("/api/debates?shelf=own", { headers: { cookie: server.cookie } });
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
