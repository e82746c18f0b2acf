import { describe, expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";
import { ballot, moveTo, OK, refused } from "#tests/support/lesson.ts";
import { cookieOf } from "#tests/support/marked-lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const BOTH = { understanding: 2, respect: 4 };
/** What twelve people say of understanding before and after: 2 to 3, but the last two stay. */
const TOLD = { n: 12, before: 2, after: 34 / 12, interval: [expect.any(Number), expect.any(Number)] };

/** Twelve people who vote twice, at their results. */
async function atResults(server: TestServer, settings: GivenSettings = {}) {
  const host = await server.connect("host");
  const seats = await Promise.all(Array.from({ length: 12 }, () => server.join()));
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  await moveTo(host, "before", settings);
  for (const student of students)
    await student.send("ballot:cast", { ...ballot("for"), outlook: { understanding: 2 } });
  await moveTo(host, "after", settings);
  for (const [place, student] of students.entries())
    await student.send("ballot:cast", {
      ...ballot("against", "after"),
      outlook: { understanding: place < 10 ? 3 : 2, respect: 5 },
    });
  await moveTo(host, "results", settings);
  return { host, seats: seats as [Seat, ...Seat[]], students };
}

const read = async (response: Promise<Response>) => (await (await response).json()) as Results;

describe("[M13] understanding and respect", () => {
  test("are stored with the first and the last vote, and changed and kept with it", async () => {
    await using server = await startServer({
      settings: { questions: { readingVote: true }, activities: { outlook: {} } },
    });
    const [host, ada] = await server.seats("host", "student");
    await moveTo(host, "before");
    expect(await ada.send("ballot:cast", { ...ballot("for"), outlook: BOTH })).toMatchObject(OK);
    expect((await ada.sync()).you?.ballots.before).toMatchObject({ choice: "for", outlook: BOTH });
    const second = { ...ballot("for", "before", 2), outlook: { respect: 1 } };
    expect(await ada.send("ballot:cast", second)).toMatchObject(OK);
    expect((await ada.sync()).you?.ballots.before?.outlook).toEqual({ respect: 1 });
    const ticket = (ada.socket.auth as { ticket: string }).ticket;
    // [B8] A tap on a plain form keeps them.
    const form = await server.asStranger("/ballot", {
      method: "POST",
      headers: {
        cookie: `seat-${server.session.code}=${ticket}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ round: "before", choice: "against", seq: "1" }),
    });
    expect(form.status).toBe(303);
    expect((await ada.sync()).you?.ballots.before).toMatchObject({
      choice: "against",
      outlook: { respect: 1 },
    });
    await moveTo(host, "reading-vote", { questions: { readingVote: true } });
    const between = { ...ballot("for", "reading"), outlook: BOTH };
    expect(await ada.send("ballot:cast", between)).toEqual(refused("forbidden"));
    const own = await server.asStranger("/mine", {
      headers: { cookie: `seat-${server.session.code}=${ticket}` },
    });
    expect((await own.json()).ballots).toMatchObject([{ round: "before", outlook: { respect: 1 } }]);
  });

  test("[V14] are told with the open results, and not by a step before", async () => {
    await using server = await startServer({ settings: { reveal: "staged", activities: { outlook: {} } } });
    const { host, seats, students } = await atResults(server);
    const card = async () =>
      (await (
        await server.asStranger("/card", { headers: cookieOf(server, seats[0]) })
      ).json()) as StudentCard;
    await showStep(host, "moved");
    expect((await students[0]?.sync())?.result).not.toHaveProperty("outlook");
    expect((await server.asStranger("/results")).ok).toBe(false);
    expect((await read(server.asHost("/results"))).outlook).toEqual({ understanding: TOLD, respect: null });
    expect((await card()).votes).toMatchObject([
      { outlook: { understanding: 2 } },
      { outlook: { understanding: 3, respect: 5 } },
    ]);
    await showStep(host, "open");
    expect((await read(server.asStranger("/results"))).outlook).toEqual({
      understanding: TOLD,
      respect: null,
    });
    const exported = await server.asHost("/export?table=ballots&format=json");
    expect(((await exported.json()) as { rows: object[] }).rows).toContainEqual(
      expect.objectContaining({ round: "after", understanding: 3, respect: 5 }),
    );
  });

  test("[Z12] [Z18] of an anonymous session are told to no one", async () => {
    const settings = { activities: { outlook: {} }, identity: "anonymous" } as const;
    await using server = await startServer({ settings });
    await atResults(server, settings);
    for (const answer of [server.asHost("/results"), server.asStranger("/results")]) {
      const { outlook, withheld } = await read(answer);
      expect(outlook).toBeNull();
      expect(withheld).toContain("outlook");
    }
  });
});
