import { expect, test } from "vitest";
import { moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { cookiesOf, keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";
import { connectAssistant } from "#tests/support/steelman.ts";

test("[W7] a rebuttal with a listed word waits for the host, and its author sees that it waits", async () => {
  await using server = await startServer({
    settings: { filter: { holds: true, words: ["  Gnome\u200b "] } },
  });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const [coarse, own, plain] = ["Sh1t happens.", "What a GN\u041eME.", "We assess Essex."].map((body) =>
    rebuttal({ body }),
  );
  for (const posted of [coarse, own, plain])
    expect(await ada.send("rebuttal:post", posted as never)).toMatchObject(OK);
  const stands = async (client: typeof ada) =>
    Object.fromEntries((await client.sync()).rebuttals.map(({ body, status }) => [body, status]));
  const all = {
    "Sh1t happens.": "pending",
    "What a GN\u041eME.": "pending",
    "We assess Essex.": "published",
  };
  expect(await stands(ada)).toEqual(all);
  expect(await stands(host)).toEqual(all);
  expect(await stands(bob)).toEqual({ "We assess Essex.": "published" });
  expect((await host.sync()).session.queue).toBe(2);
  await host.send("host:moderate", { rebuttalIds: [coarse?.id ?? ""], action: "approve" });
  expect(await stands(bob)).toMatchObject({ "Sh1t happens.": "published" });
});

test.each([
  ["the name that the class sees", "named", "Gn0me", {}, "pending"],
  ["a name that the class does not see", "pseudonym", "Gn0me", {}, "published"],
  ["an unused name", "anonymous", "Gn0me", {}, "published"],
  ["the host of a link", "named", "Ada", { source: "https://gnome.example/" }, "pending"],
  ["the rest of a link", "named", "Ada", { source: "https://a.example/your-gnome?" }, "pending"],
  ["neither", "named", "Ada", { source: "https://a.example/metagnome" }, "published"],
] as const)("[W7] a listed word in %s, %s", async (_, identity, name, given, status) => {
  await using server = await startServer({
    settings: { identity, filter: { holds: true, words: ["gnome"] } },
  });
  const { ticket } = await server.join(name);
  const [host, ada] = [await server.connect("host"), await server.connect("student", { ticket })];
  await moveTo(host, "rebuttal");
  expect(await ada.send("rebuttal:post", rebuttal(given))).toMatchObject(OK);
  expect((await host.sync()).rebuttals).toMatchObject([{ status }]);
});

test("[W7] only the host sees the host's word list", async () => {
  await using server = await startServer({ settings: { filter: { holds: true, words: ["gnome"] } } });
  const { code, urls } = server.session;
  const seat = new Headers({ cookie: cookiesOf(await server.asStranger("/join", { json: {} })) });
  const { pageApi } = server.app;
  const host = await server.connect("host");
  await moveTo(host, "results");
  const key = keyIn(urls.screen);
  const assistant = await (await server.asHost("/links/assistant", { method: "POST" })).json();
  for (const page of [
    await pageApi.phone(new Headers(), code),
    await pageApi.phone(seat, code),
    await pageApi.host(new Headers(), code, keyIn(assistant.url)),
    await pageApi.screen(new Headers(), code, key),
    await pageApi.results(new Headers(), code),
  ]) {
    expect(page).toMatchObject({ ok: true, value: { settings: { filter: { holds: true } } } });
    expect(JSON.stringify(page)).not.toContain("gnome");
  }
  expect(await pageApi.host(new Headers({ cookie: server.cookie }), code)).toMatchObject({
    value: { settings: { filter: { words: ["gnome"] } } },
  });
});

test("[W7] [R36] a student posts a classmate's number, address or account in a session that chose nothing, and it waits", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const held = [
    "Call Bob: ０９０－１２３４－５６７８",
    "Ask bob@school.edu",
    "Bob is @bob_k",
    "You shithead.",
  ];
  for (const body of [...held, "In 2011-2015, 1,000,000 people left."])
    expect(await ada.send("rebuttal:post", rebuttal({ body }))).toMatchObject(OK);
  const read = (await bob.sync()).rebuttals.map(({ body }) => body);
  expect(read).toEqual(["In 2011-2015, 1,000,000 people left."]);
  const waiting = (await host.sync()).rebuttals.filter(({ status }) => status === "pending");
  expect(waiting.map(({ body }) => body).toSorted()).toEqual(held.toSorted());
});

test("[R37] the answer to a rebuttal that is held, and to its change, says that the host reads it first", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  const [held, plain] = [rebuttal({ body: "Ask bob@school.edu" }), rebuttal()];
  expect(await ada.send("rebuttal:post", held)).toEqual({ ...OK, id: held.id, waits: true });
  expect(await ada.send("rebuttal:post", held)).toEqual({ ...OK, id: held.id, waits: true });
  expect(await ada.send("rebuttal:post", plain)).toEqual({ ...OK, id: plain.id });
  const edit = (id: string, body: string) => ada.send("rebuttal:edit", { rebuttalId: id, body });
  expect(await edit(plain.id, "Ask @bob_k")).toEqual({ ...OK, waits: true });
  expect(await edit(plain.id, "Ask no one.")).toEqual(OK);
});

test("[R38] only host and assistant are told which waiting rebuttals the filter holds, also where the host approves first", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, ada] = await server.seats("host", "student");
  const assistant = await connectAssistant(server, server.session.code);
  await moveTo(host, "rebuttal");
  const [held, plain] = [rebuttal({ body: "You shithead." }), rebuttal()];
  for (const posted of [held, plain]) await ada.send("rebuttal:post", posted);
  const marks = async (client: typeof host) =>
    Object.fromEntries((await client.sync()).rebuttals.map(({ id, held }) => [id, held]));
  for (const client of [host, assistant])
    expect(await marks(client)).toEqual({ [held.id]: true, [plain.id]: undefined });
  expect(await marks(ada)).toEqual({ [held.id]: undefined, [plain.id]: undefined });
  await host.send("host:moderate", { rebuttalIds: [held.id], action: "approve" });
  expect((await marks(host))[held.id]).toBeUndefined();
});
