import { describe, expect, test } from "vitest";
import type { PickedWords } from "#debate/counting/words.ts";
import type { HostsWords, WordsRead } from "#debate/protocol/pages.ts";
import { accept } from "#debate/rules/result.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { everyAnswer, everyPage } from "#tests/support/onlookers.ts";
import { pick } from "#tests/support/picks.ts";
import { keyIn } from "#tests/support/requests.ts";
import { STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { connectAssistant, cookieOf } from "#tests/support/steelman.ts";

const REASON = "Borders are drawn by those who walk them.";
const CHANGED = "Nobody asked the people on the islands.";
const OTHERS = "One of three others.";
const WHY = "It showed that the cost falls on those who never voted for it.";

/**
 * Ada moves from For to Against by Bob's rebuttal, and says why; Bob and Cyd stay and say nothing. [Z18] In an anonymous session three
 * others write, too, so that the host may read it.
 */
async function debated(server: TestServer, settings: GivenSettings = {}) {
  const [host, screen] = await server.seats("host", "screen");
  const [ada, bob, cyd] = await Promise.all(
    ["Ada", "Bob", "Cyd"].map(async (name) =>
      server.connect("student", { ticket: (await server.join(name)).ticket }),
    ) as [Promise<Client>, Promise<Client>, Promise<Client>],
  );
  await moveTo(host, "before", settings);
  expect(await ada.send("ballot:cast", { ...ballot("for"), reason: REASON, confidence: 2 })).toMatchObject(
    OK,
  );
  for (const each of [bob, cyd]) await each.send("ballot:cast", ballot("against"));
  const others = settings.identity === "anonymous" ? await server.seats("student", "student", "student") : [];
  for (const each of others) await each.send("ballot:cast", { ...ballot("for"), reason: OTHERS });
  await moveTo(host, "rebuttal", settings);
  const his = rebuttal({ side: "against" });
  await bob.send("rebuttal:post", his);
  await moveTo(host, "after", settings);
  const credit = { rebuttalId: his.id, without: "for", why: WHY } as const;
  const second = { ...ballot("against", "after"), reason: CHANGED, confidence: 4, credit };
  expect(await ada.send("ballot:cast", second)).toMatchObject(OK);
  for (const each of [bob, cyd]) await each.send("ballot:cast", ballot("against", "after"));
  for (const each of others)
    await each.send("ballot:cast", {
      ...{ ...ballot("for", "after"), reason: OTHERS },
      credit: { ...credit, without: "against", why: `${OTHERS} ${WHY}` },
    });
  return { host, screen, ada, bob, cyd, his };
}

async function wordsOf(server: TestServer): Promise<HostsWords[]> {
  const answer = await server.asHost("/words");
  expect(answer.status).toBe(200);
  return ((await answer.json()) as WordsRead).words;
}

async function idOf(server: TestServer, text: string): Promise<string> {
  const found = (await wordsOf(server)).find((words) => words.text === text);
  return found?.id ?? expect.fail(`no words "${text}"`);
}

const hearsPicked = (client: Client, ...texts: string[]) =>
  client.hearsPicked((picked) => JSON.stringify(picked.map(({ text }) => text)) === JSON.stringify(texts));

async function pickedIn(server: TestServer, query = ""): Promise<PickedWords[]> {
  return (await (await server.asStranger(`/results${query}`)).json()).picked;
}

describe("[V18] the words of voters", () => {
  test.each(IDENTITIES)(
    "%s: are read by the host alone, and named only as the promise allows",
    async (identity) => {
      await using server = await startServer({ settings: { identity } });
      const { host, ada, bob } = await debated(server, { identity });
      const { code, urls } = server.session;
      const early = await server.asHost("/words");
      expect(early.status).toBe(identity === "anonymous" ? 409 : 200);
      await moveTo(host, "results", { identity });

      const { words, numbers } = (await (await server.asHost("/words")).json()) as WordsRead;
      expect(words.map(({ id }) => id)).toEqual(words.map(({ id }) => id).sort());
      const adas = words.filter(({ text }) => !text.startsWith(OTHERS));
      // [Z18] Of an anonymous session without how the voter voted.
      const toward = identity === "anonymous" ? undefined : "against";
      expect(adas.map((each) => [each.kind, each.text, each.toward, each.picked]).sort()).toEqual([
        ["reason", REASON, toward, false],
        ["reason", CHANGED, toward, false],
        ["why", WHY, toward, false],
      ]);
      if (identity === "anonymous") {
        expect(numbers).toBeNull();
        for (const each of words)
          expect(Object.keys(each)).toEqual(["id", "kind", "round", "text", "picked"]);
      } else {
        expect(words.find(({ text }) => text === WHY)).toMatchObject({
          ...{ round: "after", choice: "against", before: "for", after: "against", confidence: 4 },
          credit: { without: "for", counts: true },
        });
        expect(numbers?.movers).toEqual({ for: 0, against: 1 });
      }
      for (const { by } of words) {
        if (identity === "anonymous") expect(by).toBeUndefined();
        else if (identity === "named") expect(by).toEqual({ name: "Ada" });
        else expect(by).toMatchObject({ name: expect.any(String), realName: "Ada" });
      }
      expect(JSON.stringify(words)).not.toContain(ada.participantId);

      const linked = async (link: string) =>
        keyIn(((await (await server.asHost(`/links/${link}`, { json: {} })).json()) as { url: string }).url);
      const keys = [await linked("assistant"), await linked("results"), keyIn(urls.screen), ""];
      const cookies = [cookieOf(code, bob).headers.cookie, await server.colleague()];
      const asked = [
        ...keys.map((key) => server.asStranger(`/words?key=${key}`)),
        ...cookies.map((cookie) => server.asStranger("/words", { headers: { cookie } })),
      ];
      for (const answer of await Promise.all(asked)) expect([401, 403, 404]).toContain(answer.status);
      const id = words[0]?.id ?? "";
      for (const cookie of ["", ...cookies]) {
        const json = { reason: id, on: true };
        const answer = await server.asStranger("/picks", { json, headers: { cookie } });
        expect([401, 403]).toContain(answer.status);
      }
      // Nothing else tells a word to anyone else: promise.test.ts.
    },
  );

  test("are those of now: a removed seat's are away, and a text changed since it was picked is not shown", async () => {
    await using server = await startServer();
    const { host, ada, bob } = await debated(server);
    const before = await idOf(server, CHANGED);
    await pick(server, before);
    await bob.send("ballot:cast", { ...ballot("against", "after", 2), reason: "So." });
    await ada.send("ballot:cast", { ...ballot("against", "after", 2), reason: "Something rude." });
    const texts = (await wordsOf(server)).map(({ text }) => text);
    expect(texts.sort()).toEqual([REASON, "So.", "Something rude."].sort());
    expect(await idOf(server, "Something rude.")).not.toBe(before);
    await moveTo(host, "results");
    expect(await pickedIn(server)).toEqual([]);
    await host.send("host:remove", { participantIds: [ada.participantId] });
    expect((await wordsOf(server)).map(({ text }) => text)).toEqual(["So."]);
  });
});

describe("[Z18] the words of an anonymous class", () => {
  test("are told to its host from four writers on, and not to fewer again once words were deleted", async () => {
    const settings = { identity: "anonymous" } as const;
    await using server = await startServer({ settings });
    const [host, ...students] = await server.seats("host", "student", "student", "student", "student");
    const vote = async (round: "before" | "after", writers: number) => {
      for (const [index, student] of students.entries())
        await student.send("ballot:cast", {
          ...ballot(index % 2 === 0 ? "for" : "against", round),
          ...(index < writers && { reason: `Voter ${index} in ${round}.` }),
        });
    };
    await moveTo(host, "before", settings);
    await vote("before", 4);
    await moveTo(host, "after", settings);
    await vote("after", 3);
    await moveTo(host, "results", settings);
    const read = async () => (await wordsOf(server)).map(({ text }) => text).sort();
    expect(await read()).toEqual([0, 1, 2, 3].map((index) => `Voter ${index} in before.`));
    await server.asStranger("/mine?scope=words", {
      method: "DELETE",
      ...cookieOf(server.session.code, students[0]),
    });
    expect(await read()).toEqual([]);
  });
});

describe("[V18] what the host picks", () => {
  test.each([
    ["pseudonym", true],
    ["anonymous", false],
  ] as const)("%s: appears in the results and on phones, and goes again", async (identity, tellsChoice) => {
    const settings = { identity };
    await using server = await startServer({ settings });
    const { host, screen, bob, his } = await debated(server, settings);
    await moveTo(host, "results", settings);
    const id = await idOf(server, WHY);
    expect(await pick(server, id)).toEqual(OK);
    await hearsPicked(bob, WHY);
    const about = tellsChoice ? { choice: "against", rebuttalId: his.id } : {};
    const picked = [{ id, kind: "why", text: WHY, round: "after", ...about }];
    expect((await bob.sync()).picked).toEqual(picked);
    expect(await pickedIn(server)).toEqual(picked);
    expect((await server.app.pageApi.results(new Headers(), server.session.code)).ok).toBe(true);
    expect((await wordsOf(server)).filter((words) => words.picked).map((words) => words.id)).toEqual([id]);
    // [V12] Not the projector, which shows only what is put there.
    await screen.sync();
    const key = keyIn(server.session.urls.screen);
    const told = [screen.heard, screen.answers, await pickedIn(server, `?as=screen&key=${key}`)];
    expect(JSON.stringify(told)).not.toContain(WHY);

    // The same again is not in the log twice.
    for (const on of [true, false]) expect(await pick(server, id, on)).toEqual(OK);
    await hearsPicked(bob);
    expect(await pickedIn(server)).toEqual([]);
    const kinds = ((await host.sync()).log ?? []).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.includes("picked"))).toEqual(["unpicked", "picked"]);
  });

  test("[V14] waits for the last step of a staged reveal, on every route", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, bob } = await debated(server);
    const id = await idOf(server, CHANGED);
    // The host reads them early, so picks may be made early.
    expect(await pick(server, id)).toEqual(OK);
    await moveTo(host, "results");
    const { ticket } = bob.socket.auth as { ticket: string };
    for (const step of ["before", "flow", "verdict", "moved"] as const) {
      await showStep(host, step);
      await bob.sees((snapshot) => snapshot.step === step);
      expect(await bob.sync()).not.toHaveProperty("picked");
      const asked = [await everyAnswer(server, ticket), await everyPage(server, ticket)];
      expect(JSON.stringify([asked, bob.heard, bob.answers])).not.toContain(CHANGED);
      expect(await host.send("host:wall", { show: { reason: id } })).toEqual(refused("wrong-phase"));
    }
    await showStep(host, "open");
    await hearsPicked(bob, CHANGED);
    expect(await pickedIn(server)).toMatchObject([{ id }]);
    // Once opened they stay, whatever step is displayed; back at a vote they are gone.
    await showStep(host, "flow");
    expect(await pickedIn(server)).toMatchObject([{ id }]);
    await moveTo(host, "after");
    await hearsPicked(bob);
    expect(await bob.sync()).not.toHaveProperty("picked");
  });
});

describe("[V18] words on the projector", () => {
  test("are there alone, only while they are, and for assistants only if the host picked them", async () => {
    await using server = await startServer();
    const { host, screen, bob } = await debated(server);
    const assistant = await connectAssistant(server, server.session.code);
    const [picked, other] = [await idOf(server, REASON), await idOf(server, CHANGED)];
    const show = { reason: picked };
    expect(await host.send("host:wall", { show })).toEqual(refused("wrong-phase"));
    await moveTo(host, "results");
    expect(await assistant.send("host:wall", { show })).toEqual(refused("forbidden"));
    await pick(server, picked);
    expect(await assistant.send("host:wall", { show })).toEqual(OK);
    // The pick may have been taken back since it was looked up.
    const late = await createStore(server.database).sessions.change(
      (await server.database.reader.session.findFirstOrThrow()).id,
      () => accept({ onWall: { reason: other } }),
      () => ({ at: 0, actor: "assistant", kind: "spotlight" }),
    );
    expect(late).toEqual(refused("not-found"));
    const wallWords = { kind: "reason", text: REASON };
    expect(await screen.sees(({ wall }) => wall !== undefined)).toMatchObject({ wall: show, wallWords });
    for (const client of [screen, host, assistant])
      expect((await client.sync()).session).toMatchObject({ wall: show, wallWords });
    expect((await bob.sync()).session).not.toHaveProperty("wallWords");
    const key = keyIn(server.session.urls.screen);
    const page = await server.app.pageApi.screen(new Headers(), server.session.code, key);
    expect(JSON.stringify(page)).toContain(REASON);
    expect(JSON.stringify([page, screen.heard, screen.answers])).not.toContain(CHANGED);
    // The host may put any there; what is no longer picked leaves with its pick.
    expect(await host.send("host:wall", { show: { reason: other } })).toEqual(OK);
    await screen.sees((snapshot) => snapshot.wallWords?.text === CHANGED);
    await host.send("host:wall", { show });
    await pick(server, show.reason, false);
    expect((await screen.sync()).session).not.toHaveProperty("wallWords");
  });
});

describe("[V18] [G2] [G3] deleted words", () => {
  test.each([
    ["words", "student"],
    ["seat", "host"],
  ] as const)("%s, by the %s: leave picks, phones and the projector at once", async (scope, by) => {
    await using server = await startServer();
    const { host, screen, ada, bob } = await debated(server);
    await moveTo(host, "results");
    const [reason, why] = [await idOf(server, REASON), await idOf(server, WHY)];
    for (const id of [reason, why]) await pick(server, id);
    await host.send("host:wall", { show: { reason } });
    await screen.sees(({ wallWords }) => wallWords?.text === REASON);
    await bob.hearsPicked((picked) => picked.length === 2);
    const own = cookieOf(server.session.code, ada);
    expect((await (await server.asStranger("/mine", own)).json()).picked).toHaveLength(2);
    const method = "DELETE";
    const deleted =
      by === "student"
        ? await server.asStranger(`/mine?scope=${scope}`, { method, ...own })
        : await server.asHost(`/participants/${ada.participantId}?scope=${scope}`, { method });
    expect(deleted.status).toBe(204);
    expect([await pickedIn(server), await wordsOf(server)]).toEqual([[], []]);
    expect((await screen.sync()).session).not.toHaveProperty("wallWords");
    await hearsPicked(bob);
    const { reader } = server.database;
    expect(await reader.pick.count()).toBe(0);
    expect((await reader.session.findFirstOrThrow()).wall).toBeNull();
  });
});
