import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { decide, edit, post, seen } from "#tests/support/rebuttals.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const INSULT = "Whoever sells this card is a fool.";

/** A session that argues, with an insult in it, which the class has read. */
async function arguing(server: TestServer, settings: GivenSettings = {}) {
  const [host, screen, ada, bob] = await server.seats("host", "screen", "student", "student");
  const insult = rebuttal({ body: INSULT });
  await moveTo(host, "rebuttal", settings);
  await screen.sees(({ phase }) => phase === "rebuttal");
  await screen.sync();
  expect(await ada.send("rebuttal:post", insult)).toMatchObject(OK);
  expect(await seen(bob, insult.id)).toMatchObject({ body: INSULT });
  return { host, screen, ada, bob, insult };
}

/** Everything that a projector receives: by socket, by request, and on its page. */
async function toldTo(server: TestServer, screen: Client): Promise<string> {
  await screen.sync();
  const { code, urls } = server.session;
  const key = keyIn(urls.screen);
  const results = await server.asStranger(`/results?as=screen&key=${key}`);
  const page = await server.app.pageApi.screen(new Headers(), code, key);
  return JSON.stringify([screen.heard, screen.answers, await results.json(), page]);
}

describe("[V12] what students wrote", () => {
  test("is not sent to the projector on any route or in any phase before the host puts it there", async () => {
    await using server = await startServer();
    const { host, screen, bob, insult } = await arguing(server);
    await bob.send("rebuttal:endorse", { rebuttalId: insult.id, on: true });
    for (const phase of ["after", "results", "closed"] as const) {
      await moveTo(host, phase);
      await screen.sees((snapshot) => snapshot.phase === phase);
      const told = await toldTo(server, screen);
      expect(told).not.toContain("fool");
      expect(told).not.toContain(insult.id);
    }
  });

  test("arrives in the snapshot that puts it there: that rebuttal alone, in its newest version", async () => {
    await using server = await startServer();
    const { host, screen, ada, bob, insult } = await arguing(server);
    const other = rebuttal({ body: "Geography does not bargain." });
    await ada.send("rebuttal:post", other);
    expect(await host.send("host:wall", { show: { rebuttalId: other.id } })).toEqual(OK);
    const put = await screen.sees(({ wall }) => wall !== undefined);
    expect(put).toMatchObject({ wall: { rebuttalId: other.id } });
    const first = await screen.hearsRebuttals(({ changed }) => changed.length > 0);
    expect(first).toMatchObject({ changed: [{ id: other.id, body: other.body }], removed: [] });
    await bob.send("rebuttal:endorse", { rebuttalId: other.id, on: true });
    await screen.hearsRebuttals(({ changed }) => changed[0]?.endorsements === 1);
    expect(await toldTo(server, screen)).not.toContain("fool");

    await host.send("host:wall", { show: { rebuttalId: insult.id } });
    const second = await screen.hearsRebuttals(({ changed }) => changed[0]?.id === insult.id);
    expect(second.changed).toHaveLength(1);
    expect((await screen.sync()).rebuttals.map(({ id }) => id)).toEqual([insult.id]);
  });

  test("leaves the projector at once when it is hidden or deleted, and does not come back automatically", async () => {
    await using server = await startServer();
    const { host, screen, ada, insult } = await arguing(server);
    const show = { rebuttalId: insult.id };
    await host.send("host:wall", { show });
    await screen.hearsRebuttals(({ changed }) => changed.length > 0);
    await host.send("host:moderate", { rebuttalIds: [insult.id], action: "hide" });
    await screen.hearsRebuttals(({ removed }) => removed.includes(insult.id));
    expect((await screen.sync()).session).not.toHaveProperty("wall");
    expect(await host.send("host:wall", { show })).toEqual(refused("not-found"));
    await host.send("host:moderate", { rebuttalIds: [insult.id], action: "show" });
    expect(await screen.sync()).toMatchObject({ rebuttals: [] });
    const next = rebuttal();
    await ada.send("rebuttal:post", next);
    await host.send("host:wall", { show: { rebuttalId: next.id } });
    expect((await server.asHost(`/rebuttals/${next.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await screen.sync()).toMatchObject({ rebuttals: [] });
    expect((await host.sync()).session).not.toHaveProperty("wall");
  });

  test("[R21] is not put there by words that were changed since they were read, nor are its replies", async () => {
    await using server = await startServer();
    const { host, ada, bob, insult } = await arguing(server);
    const reply = await post(bob, { body: "No.", replyTo: insult.id });
    const [alone, both] = [{ rebuttalId: insult.id }, { rebuttalId: insult.id, replies: [reply.id] }];
    const put = (show: object | string, read = {}) => host.raw("host:wall", { show, ...read });
    expect(await put(both, { edition: 0, editions: [0] })).toEqual(OK);
    await edit(ada, insult.id, "Whoever sells this card is wrong.");
    expect(await put(alone, { edition: 0 })).toEqual(refused("stale"));
    const edition = (await seen(host, insult.id))?.edition ?? 0;
    expect(await put(alone, { edition })).toEqual(OK);
    await edit(bob, reply.id, "Never.");
    expect(await put(both, { edition, editions: [0] })).toEqual(refused("stale"));
    const newer = (await seen(host, reply.id))?.edition ?? 0;
    expect(await put(both, { edition, editions: [newer] })).toEqual(OK);
    // Without editions the newest words are shown.
    expect(await put(both)).toEqual(OK);
    expect(await put(both, { editions: [0, 0] })).toEqual(refused("malformed"));
  });
});

describe("[V13] a blank wall", () => {
  test("is sent to host and screen, not to students, and a rebuttal that is hidden meanwhile does not come back", async () => {
    await using server = await startServer();
    const { host, screen, bob, insult } = await arguing(server);
    await host.send("host:wall", { show: { rebuttalId: insult.id } });
    expect(await host.send("host:wall", { show: "blank" })).toEqual(OK);
    for (const client of [host, screen]) await client.sees(({ wall }) => wall === "blank");
    expect((await screen.sync()).rebuttals).toEqual([]);
    expect((await bob.sync()).session).not.toHaveProperty("wall");
    // Hiding what is not on the wall leaves it blank.
    await host.send("host:moderate", { rebuttalIds: [insult.id], action: "hide" });
    expect((await screen.sync()).session.wall).toBe("blank");
    expect(await host.send("host:wall", { show: null })).toEqual(OK);
    expect((await screen.sync()).session).not.toHaveProperty("wall");
    await host.hearsLog((log) => log.some(({ kind }) => kind === "blanked"));
  });

  test("[V50] the host blanks the projector twice and ends it after a restart: a rebuttal comes back with its replies", async () => {
    await using server = await startServer();
    const { host, ada, bob, insult } = await arguing(server);
    const reply = rebuttal({ body: "A reply.", replyTo: insult.id });
    await bob.send("rebuttal:post", reply);
    const show = { rebuttalId: insult.id, replies: [reply.id] };
    await host.send("host:wall", { show });
    for (let times = 0; times < 2; times += 1) await host.send("host:wall", { show: "blank" });
    expect(JSON.stringify((await ada.sync()).session)).not.toContain(insult.id);
    await server.restart();
    const [again, screen] = [await server.connect("host"), await server.connect("screen")];
    expect((await screen.sync()).rebuttals).toEqual([]);
    expect(await again.send("host:wall", { show: null })).toEqual(OK);
    expect((await screen.sync()).session.wall).toEqual(show);
    expect((await screen.sync()).rebuttals.map(({ id }) => id).toSorted()).toEqual(
      [insult.id, reply.id].toSorted(),
    );
    await again.send("host:wall", { show: null });
    expect((await screen.sync()).session).not.toHaveProperty("wall");
  });

  test("[V50] [R21] a rebuttal whose author changes it while the projector is blank does not come back", async () => {
    await using server = await startServer();
    const { host, screen, ada, bob } = await arguing(server);
    const own = rebuttal({ body: "Mine." });
    await ada.send("rebuttal:post", own);
    await host.send("host:wall", { show: { rebuttalId: own.id } });
    await host.send("host:wall", { show: "blank" });
    expect(await ada.send("rebuttal:edit", { rebuttalId: own.id, body: "Other words." })).toEqual(OK);
    expect((await screen.sync()).session.wall).toBe("blank");
    await host.send("host:wall", { show: null });
    expect((await screen.sync()).session).not.toHaveProperty("wall");
    expect((await bob.sync()).session).not.toHaveProperty("wall");
  });
});

describe("[V12] a paragraph, a picture or thanks", () => {
  const paragraph = { side: "against", n: 2 } as const;

  test("a paragraph must be one of the debate, and wait until the class may read it", async () => {
    await using server = await startServer();
    const [host, screen] = await server.seats("host", "screen");
    const put = (show: object) => host.raw("host:wall", { show });
    expect(await put({ paragraph })).toEqual(refused("wrong-phase"));
    await moveTo(host, "reading");
    expect(await put({ paragraph })).toEqual(OK);
    expect(await screen.sees(({ wall }) => wall !== undefined)).toMatchObject({ wall: { paragraph } });
    expect(await put({ paragraph: { side: "against", n: 99 } })).toEqual(refused("not-found"));
    expect(await put({ paragraph: { side: "undecided", n: 1 } })).toEqual(refused("malformed"));
    await moveTo(host, "before");
    await moveTo(host, "reading");
    expect((await screen.sync()).session).not.toHaveProperty("wall");
  });
});

test("[V27] the host chooses the projector's colors and language, which a reload keeps, and students are not told", async () => {
  await using server = await startServer();
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  const look = { theme: "dark", language: "ja" } as const;
  expect((await screen.sync()).session).not.toHaveProperty("wallLook");
  expect(await host.send("host:wall-look", look)).toEqual(OK);
  await screen.sees(({ wallLook }) => wallLook?.theme === "dark" && wallLook.language === "ja");
  const { code, urls } = server.session;
  const page = await server.app.pageApi.screen(new Headers(), code, keyIn(urls.screen));
  expect(page).toMatchObject({ value: { snapshot: { wallLook: look } } });
  // Beside the settings, which are as they were chosen [V11].
  expect(JSON.stringify(page)).not.toContain('"settings":{"wallLook"');
  expect(JSON.stringify((await ada.sync()).session)).not.toContain("wallLook");
  expect(((await host.sync()).log ?? [])[0]).toMatchObject({ actor: "host", kind: "wall-look" });

  for (const client of [screen, ada])
    expect(await client.raw("host:wall-look", look)).toEqual(refused("forbidden"));
  expect(await host.send("host:wall-look", { theme: null, language: null })).toEqual(OK);
  await screen.sees((snapshot) => !("wallLook" in snapshot));
});

test("[R23] [V12] the wall gets a rebuttal with the replies that the host puts there, and how many there are", async () => {
  await using server = await startServer();
  const [host, screen, ada, bob] = await server.seats("host", "screen", "student", "student");
  await moveTo(host, "rebuttal");
  const root = await post(ada, { body: "root" });
  const replies = [];
  for (const body of ["one", "two", "three"]) replies.push(await post(bob, { body, replyTo: root.id }));
  const [one, two, three] = replies.map(({ id }) => id) as [string, string, string];
  const show = (ids?: string[]) =>
    host.send("host:wall", { show: { rebuttalId: root.id, ...(ids && { replies: ids }) } });
  const onScreen = async () => (await screen.sync()).rebuttals.map(({ body }) => body).sort();

  expect(await show()).toEqual(OK);
  expect(await onScreen()).toEqual(["root"]);
  expect((await screen.sync()).rebuttals).toMatchObject([{ id: root.id, answers: 3 }]);
  expect(await show([one, two])).toEqual(OK);
  expect(await onScreen()).toEqual(["one", "root", "two"]);
  expect((await ada.sync()).session).toMatchObject({ wall: { rebuttalId: root.id, replies: [one, two] } });
  expect(await show([one, two, three])).toEqual(refused("malformed"));
  expect(await show([crypto.randomUUID()])).toEqual(refused("not-found"));

  // A reply that is hidden leaves the projector alone, and stays away; an edited root leaves with everything.
  for (const action of ["hide", "show"] as const) {
    await decide(host, one, action);
    expect(await onScreen()).toEqual(["root", "two"]);
  }
  await edit(ada, root.id, "another root");
  expect(await onScreen()).toEqual([]);
});
