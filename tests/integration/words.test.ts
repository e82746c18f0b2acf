import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { PICKS, type PickedWords } from "#debate/counting/words.ts";
import type { HostsWords, WordsRead } from "#debate/protocol/pages.ts";
import { accept } from "#debate/rules/result.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { everyAnswer, everyPage } from "#tests/support/onlookers.ts";
import { pick } from "#tests/support/picks.ts";
import { restoreSeat } from "#tests/support/rebuttals.ts";
import { keyIn } from "#tests/support/requests.ts";
import { STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

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
      const { host, screen, ada, bob, cyd } = await debated(server, { identity });
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
      const [assisting, reviewing] = [await linked("assistant"), await linked("results")];
      const assistant = await server.connect("host", { key: assisting }, { cookie: undefined });
      const keys = [assisting, reviewing, keyIn(urls.screen), ""];
      const colleague = await server.colleague();
      const tickets = [bob, cyd].map(({ socket }) => (socket.auth as { ticket: string }).ticket);
      const asked = [
        ...keys.map((key) => server.asStranger(`/words?key=${key}`)),
        ...tickets.map((ticket) =>
          server.asStranger("/words", { headers: { cookie: `seat-${code}=${ticket}` } }),
        ),
        server.asStranger("/words", { headers: { cookie: colleague } }),
      ];
      for (const answer of await Promise.all(asked)) expect([401, 403, 404]).toContain(answer.status);
      const id = words[0]?.id ?? "";
      for (const headers of [{}, ...tickets.map((ticket) => ({ cookie: `seat-${code}=${ticket}` }))]) {
        const answer = await server.asStranger("/picks", { json: { reason: id, on: true }, headers });
        expect(answer.status).toBe(401);
      }
      const others = [
        await Promise.all(tickets.map((ticket) => everyAnswer(server, ticket))),
        await Promise.all(tickets.map((ticket) => everyPage(server, ticket))),
        [assistant, screen, bob, cyd].map(({ heard, answers }) => [heard, answers]),
        await server.app.pageApi.results(new Headers(), code),
      ];
      for (const text of [REASON, CHANGED, WHY, id]) expect(JSON.stringify(others)).not.toContain(text);
    },
  );

  test("are those of now: without removed seats and deleted words, and with another id once the text is another", async () => {
    await using server = await startServer();
    const { host, ada, bob } = await debated(server);
    const before = await idOf(server, CHANGED);
    await bob.send("ballot:cast", { ...ballot("against", "after", 2), reason: "So." });
    await ada.send("ballot:cast", { ...ballot("against", "after", 2), reason: `${CHANGED} Yes.` });
    const texts = (await wordsOf(server)).map(({ text }) => text);
    expect(texts.sort()).toEqual([REASON, `${CHANGED} Yes.`, "So."].sort());
    expect(await idOf(server, `${CHANGED} Yes.`)).not.toBe(before);
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
    const [{ socket }] = students;
    const { ticket } = socket.auth as { ticket: string };
    const headers = { cookie: `seat-${server.session.code}=${ticket}` };
    await server.asStranger("/mine?scope=words", { method: "DELETE", headers });
    expect(await read()).toEqual([]);
  });
});

describe("[V18] what the host picks", () => {
  test.each([
    [{}, true],
    [{ identity: "named" }, true],
    [{ identity: "anonymous" }, false],
  ] as const)("%j: appears in the results and on phones, and goes again", async (settings, tellsChoice) => {
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

    // The same again changes nothing, and is not in the log twice.
    expect((await server.asHost("/picks", { json: { reason: id, on: true } })).status).toBe(204);
    expect((await server.asHost("/picks", { json: { reason: id, on: false } })).status).toBe(204);
    await hearsPicked(bob);
    expect(await pickedIn(server)).toEqual([]);
    const kinds = ((await host.sync()).log ?? []).map(({ kind, detail }) => [kind, detail]);
    expect(kinds.filter(([kind]) => kind?.includes("picked"))).toEqual([
      ["unpicked", undefined],
      ["picked", undefined],
    ]);
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
      const told = [
        await everyAnswer(server, ticket),
        await everyPage(server, ticket),
        bob.heard,
        bob.answers,
      ];
      expect(JSON.stringify(told)).not.toContain(CHANGED);
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

  test("[V9] waits for the results of an anonymous session, and must exist", async () => {
    await using server = await startServer({ settings: { identity: "anonymous" } });
    const { host } = await debated(server, { identity: "anonymous" });
    expect(await pick(server, randomUUID())).toEqual(refused("wrong-phase"));
    await moveTo(host, "results", { identity: "anonymous" });
    expect(await pick(server, randomUUID())).toEqual(refused("not-found"));
    expect(await pick(server, "mine")).toEqual(refused("malformed"));
    expect(await pick(server, randomUUID(), false)).toEqual(OK);
    expect((await server.asStranger("/picks", { json: { reason: randomUUID(), on: true } })).status).toBe(
      401,
    );
  });

  test("is at most thirty, so that phones are not sent a book", async () => {
    await using server = await startServer();
    await debated(server);
    const { id: sessionId } = await server.database.reader.session.findFirstOrThrow();
    const ids = Array.from({ length: PICKS }, () => randomUUID());
    // Straight into the database, since thirty students take two seconds to join and to vote.
    await server.database.write(async ({ participant, ballot }) => {
      await participant.createMany({
        data: ids.map((id, n) => ({ id, sessionId, name: `Student ${n}`, joinedAt: 0n })),
      });
      await ballot.createMany({
        data: ids.map((participantId, n) => ({
          ...{ participantId, sessionId, round: "after", choice: "for", seq: 1n, castAt: 0n },
          reason: `Reason ${n}`,
        })),
      });
    }, sessionId);
    const words = await wordsOf(server);
    for (const { id } of words.slice(0, PICKS)) expect(await pick(server, id)).toEqual(OK);
    const last = words[PICKS]?.id;
    expect(await pick(server, last)).toEqual(refused("too-many"));
    await pick(server, words[0]?.id ?? "", false);
    expect(await pick(server, last)).toEqual(OK);
  });
});

describe("[V18] words on the projector", () => {
  test("are there alone, only while they are, and for assistants only if the host picked them", async () => {
    await using server = await startServer();
    const { host, screen, bob } = await debated(server);
    const made = await (await server.asHost("/links/assistant", { json: {} })).json();
    const assistant = await server.connect("host", { key: keyIn(made.url) }, { cookie: undefined });
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
    expect(await host.send("host:wall", { show: { reason: randomUUID() } })).toEqual(refused("not-found"));
    const details = ((await host.sync()).log ?? []).filter(({ kind }) => kind === "spotlight");
    expect(details.map(({ detail }) => detail)).toEqual(Array(3).fill("words of a voter"));
  });

  test("[P8] [V15] go with a move or a step", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, screen } = await debated(server);
    const show = { reason: await idOf(server, REASON) };
    await moveTo(host, "results");
    await showStep(host, "open");
    for (const leave of [() => showStep(host, "flow"), () => moveTo(host, "closed")]) {
      expect(await host.send("host:wall", { show })).toEqual(OK);
      expect((await screen.sync()).session).toHaveProperty("wallWords");
      await leave();
      expect((await screen.sync()).session).not.toHaveProperty("wallWords");
    }
  });
});

describe("[V18] [G2] [G3] deleted words", () => {
  test.each([
    ["words", "student"],
    ["seat", "student"],
    ["words", "host"],
    ["seat", "host"],
  ] as const)("%s, by the %s: leave picks, phones and the projector at once", async (scope, by) => {
    await using server = await startServer();
    const { host, screen, ada, bob } = await debated(server);
    await moveTo(host, "results");
    const [reason, why] = [await idOf(server, REASON), await idOf(server, WHY)];
    await pick(server, reason);
    await pick(server, why);
    await host.send("host:wall", { show: { reason } });
    await screen.sees(({ wallWords }) => wallWords?.text === REASON);
    await bob.hearsPicked((picked) => picked.length === 2);
    const { ticket } = ada.socket.auth as { ticket: string };
    const headers = { cookie: `seat-${server.session.code}=${ticket}` };
    const own = await (await server.asStranger("/mine", { headers })).json();
    expect(own.picked).toEqual(
      expect.arrayContaining([
        { round: "before", kind: "reason" },
        { round: "after", kind: "why" },
      ]),
    );
    const deleted =
      by === "student"
        ? await server.asStranger(`/mine?scope=${scope}`, { method: "DELETE", headers })
        : await server.asHost(`/participants/${ada.participantId}?scope=${scope}`, { method: "DELETE" });
    expect(deleted.status).toBe(204);
    expect(await pickedIn(server)).toEqual([]);
    expect(await wordsOf(server)).toEqual([]);
    expect((await screen.sync()).session).not.toHaveProperty("wallWords");
    await hearsPicked(bob);
    const { reader } = server.database;
    expect(await reader.pick.count()).toBe(0);
    expect((await reader.session.findFirstOrThrow()).wall).toBeNull();
  });

  test("[B4] those of a removed seat are away as long as the seat, and do not come back to the projector", async () => {
    await using server = await startServer();
    const { host, screen, ada, bob } = await debated(server);
    await moveTo(host, "results");
    const reason = await idOf(server, REASON);
    await pick(server, reason);
    await host.send("host:wall", { show: { reason } });
    await hearsPicked(bob, REASON);
    const { participantId } = ada;
    await host.send("host:remove", { participantIds: [participantId] });
    expect(await pickedIn(server)).toEqual([]);
    expect((await screen.sync()).session).not.toHaveProperty("wallWords");
    await restoreSeat(host);
    expect(await pickedIn(server)).toMatchObject([{ text: REASON }]);
    expect((await screen.sync()).session).not.toHaveProperty("wallWords");
  });

  test("[V18] a changed text is not shown unseen", async () => {
    await using server = await startServer();
    const { host, ada } = await debated(server);
    await pick(server, await idOf(server, CHANGED));
    await ada.send("ballot:cast", { ...ballot("against", "after", 2), reason: "Something rude." });
    await moveTo(host, "results");
    expect(await pickedIn(server)).toEqual([]);
  });
});

test("[V18] a session without reasons has none", async () => {
  await using server = await startServer({
    settings: { questions: { reasons: false, credit: false, confidence: false } },
  });
  const [host] = await server.seats("host");
  await moveTo(host, "results");
  expect(await wordsOf(server)).toEqual([]);
  expect(await pickedIn(server)).toEqual([]);
});
