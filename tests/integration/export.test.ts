import { expect, test } from "vitest";
import { anonymousClass } from "#tests/support/anonymous-class.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A named session in which =1+1 voted twice, wrote a formula, was answered, and a third student was removed. */
async function lesson(server: TestServer) {
  const host = await server.connect("host");
  const [seat, other, third] = [
    await server.join("=1+1"),
    await server.join("Bob"),
    await server.join("Cyd"),
  ];
  const [ada, bob, cyd] = [
    await server.connect("student", { ticket: seat.ticket }),
    await server.connect("student", { ticket: other.ticket }),
    await server.connect("student", { ticket: third.ticket }),
  ];
  const posted = rebuttal({ body: '=1+1\nsaid "I", and left' });
  const reply = rebuttal({
    side: "against",
    body: "+2; no.",
    replyTo: posted.id,
    source: "https://a.example/",
  });
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), confidence: 5, reason: "@home" });
  await cyd.send("ballot:cast", ballot("against"));
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:post", reply);
  await Promise.all([bob, cyd].map((reader) => endorse(reader, posted.id)));
  const ids = [posted.id, reply.id];
  await Promise.all([ada, bob, cyd].map((reader) => reader.send("rebuttal:seen", { ids })));
  await host.send("host:remove", { participantIds: [cyd.participantId] });
  await moveTo(host, "after");
  const credit = { rebuttalId: reply.id, without: "for" as const, why: "-1 is less than that." };
  await ada.send("ballot:cast", { ...ballot("against", "after"), credit });
  return { posted, reply };
}

async function rowsOf(server: TestServer, table: string) {
  const response = await server.asHost(`/export?table=${table}&format=json`);
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(Object.keys(body)).toEqual(["table", "rows"]);
  expect(body.table).toBe(table);
  return body.rows as Record<string, unknown>[];
}

test("[V8] all six tables as JSON, while the session is live", async () => {
  let now = Date.now();
  const clock = () => {
    now += 1;
    return now;
  };
  await using server = await startServer({ clock, settings: { identity: "named" } });
  const { posted, reply } = await lesson(server);
  const none = {
    ...{ confidence: null, reason: null, creditSide: null, creditParagraph: null },
    ...{ understanding: null, respect: null, control: null },
  };
  const noCredit = { creditRebuttal: null, creditWithout: null, creditWhy: null };
  const castAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
  const ballots = await rowsOf(server, "ballots");
  expect(ballots).toHaveLength(2);
  expect(ballots).toContainEqual({
    participant: "=1+1",
    round: "before",
    choice: "for",
    ...none,
    ...noCredit,
    confidence: 5,
    reason: "@home",
    castAt,
  });
  expect(ballots).toContainEqual({
    participant: "=1+1",
    round: "after",
    choice: "against",
    ...none,
    creditRebuttal: reply.id,
    creditWithout: "for",
    creditWhy: "-1 is less than that.",
    castAt,
  });
  expect(await rowsOf(server, "rebuttals")).toMatchObject(
    // As they were posted, though the first one was endorsed last.
    [
      {
        participant: "=1+1",
        id: posted.id,
        body: posted.body,
        endorsements: 1,
        replyTo: null,
        status: "published",
      },
      { participant: "Bob", id: reply.id, replyTo: posted.id, source: "https://a.example/", endorsements: 0 },
    ],
  );
  // [K4] Without the authors' own, and like the ballots without those of removed participants.
  expect(await rowsOf(server, "endorsements")).toEqual([{ rebuttal: posted.id, participant: "Bob" }]);
  expect(await rowsOf(server, "exposures")).toEqual(
    [
      { rebuttal: posted.id, participant: "Bob" },
      { rebuttal: reply.id, participant: "=1+1" },
    ].sort((a, b) => (a.rebuttal < b.rebuttal ? -1 : 1)),
  );
  const participants = await rowsOf(server, "participants");
  expect(participants.map(({ participant, removed }) => `${participant} ${removed}`).sort()).toEqual([
    "=1+1 false",
    "Bob false",
    "Cyd true",
  ]);
  expect(
    (await rowsOf(server, "events")).map(({ actor, kind, detail }) => [actor, kind, detail].join(" ")),
  ).toEqual([
    "host opened ",
    "host phase before",
    "host phase reading",
    "host phase rebuttal",
    "host removed Cyd",
    "host phase after",
  ]);
});

test("[V8] [V9] in an anonymous session participants are numbers, and rebuttals have no author", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  await lesson(server);
  for (const table of ["ballots", "endorsements", "exposures"]) {
    const early = await server.asHost(`/export?table=${table}`);
    expect([early.status, (await early.json()).error.code]).toEqual([409, "wrong-phase"]);
  }
  await moveTo(await server.connect("host"), "results");
  const participants = await rowsOf(server, "participants");
  expect(participants).toEqual(
    [1, 2, 3].map((participant) => ({ participant, removed: false, onPaper: false })),
  );
  for (const row of await rowsOf(server, "rebuttals")) expect(row).not.toHaveProperty("participant");
});

test("[Z19] an anonymous session whose flow is told exports the choices of both votes and nothing else of a ballot", async () => {
  const votes = [...Array(4).fill(["for", "against"]), ...Array(4).fill(["against", "for"])];
  await using its = await anonymousClass({ settings: { entry: "personal" }, votes });
  const ballots = await rowsOf(its.server, "ballots");
  expect(ballots).toHaveLength(16);
  expect(new Set(ballots.map(({ participant }) => participant))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  for (const { participant: _, round, choice, ...rest } of ballots) {
    expect([round, choice]).not.toContain(null);
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
    expect(rest).not.toHaveProperty("castAt");
  }
});

test("[Z19] an anonymous session that withholds the flow exports no ballots, in none of its phases", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  await lesson(server);
  const host = await server.connect("host");
  for (const phase of ["results", "closed"] as const) {
    await moveTo(host, phase, { identity: "anonymous" });
    expect(await rowsOf(server, "ballots")).toEqual([]);
  }
});

test("[Z19] [K4] an anonymous session exports how many endorsed and saw a rebuttal, and no camps", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, ...seats] = await server.seats(
    ...(["host", "student", "student", "student", "student", "student"] as const),
  );
  const [pro, contra] = seats;
  await moveTo(host, "before");
  for (const [index, choice] of (["for", "against", "for", "against"] as const).entries())
    await seats[index]?.send("ballot:cast", ballot(choice));
  await moveTo(host, "rebuttal");
  const [hers, his, hidden] = [rebuttal(), rebuttal({ side: "against" }), rebuttal({ body: "Hidden." })];
  await pro?.send("rebuttal:post", hers);
  await contra?.send("rebuttal:post", his);
  await pro?.send("rebuttal:post", hidden);
  const shown = { ids: [hers.id, his.id, hidden.id] };
  await Promise.all(
    seats.flatMap((seat) => [seat.send("rebuttal:seen", shown), endorse(seat, hers.id)] as const),
  );
  await host.send("host:moderate", { rebuttalIds: [hidden.id], action: "hide" });
  await moveTo(host, "results", { identity: "anonymous" });
  const ids = [hers.id, his.id].sort();
  // Everyone saw each of them: its author is a reader, too.
  expect(await rowsOf(server, "exposures")).toEqual(
    ids.map((rebuttal) => ({ rebuttal, fewer: null, more: null, people: 5 })),
  );
  const none = { for: null, against: null, undecided: null, noCamp: null };
  expect(await rowsOf(server, "endorsements")).toEqual(
    ids.map((rebuttal) => ({ rebuttal, ...none, people: rebuttal === hers.id ? 4 : 0 })),
  );
  // [Z18] Nor do the host's results say more than the class's.
  const [forHost, forClass] = await Promise.all([
    (await server.asHost("/results")).text(),
    (await server.asStranger("/results")).text(),
  ]);
  expect(forHost).toBe(forClass);
});
