import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import { debateFile, FILE_DEBATES } from "#debate/content/debate-file.ts";
import { DEBATE_BYTES } from "#server/http/debate-routes.ts";
import { colleagues, DRAFT } from "#tests/support/colleagues.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { formWith } from "#tests/support/uploads.ts";

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

test("[D11] so is a text that is read as a debate; what is no id is refused", async () => {
  await using between = await colleagues();
  const { grace } = between;
  const id = crypto.randomUUID();
  const send = (sentAs: string) => grace.ask("POST", "/import", { text: OWN, id: sentAs });
  const first = await (await send(id)).json();
  expect(first).toHaveProperty("debate.id");
  expect(await (await send(id)).json()).toEqual(first);
  expect((await send("mine")).status).toBe(400);
});

test("[D31] [U8] a series that is too long for JSON is previewed and imported as a file, once under its client's id", async () => {
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
  const preview = await send("/import/preview");
  expect([preview.status, (await preview.json()).text === text]).toEqual([200, true]);
  expect((await send("/import?id=mine")).status).toBe(400);
  const path = `/import?id=${crypto.randomUUID()}`;
  const first = await send(path);
  expect(first.status).toBe(201);
  const { debates } = await first.json();
  expect(debates).toHaveLength(count);
  expect((await (await send(path)).json()).debates).toEqual(debates);
  const listed = await (await alan.ask("GET", "?shelf=own")).json();
  expect(listed.debates).toHaveLength(count);
});
