import { expect } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Later } from "#tests/fixtures/databases/later-modes.ts";
import { ballot, OK } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

type Session = { code: string; phase: Phase; seats: Seat[]; later: Later };

const laterIn = async (server: TestServer, code: string) => {
  const headers = { cookie: server.cookie };
  const answer = await server.request(`/api/sessions/${code}/results`, { headers });
  return ((await answer.json()) as Results).later;
};

/** Four of eight have voted: one of them again, and one more, and then it is closed. */
export async function laterVoteGoesOn(server: TestServer, { code, seats }: Session): Promise<void> {
  const seat = (n: number) => server.connect("student", { code, ticket: seats[n]?.ticket ?? "" });
  const [again, late, host] = [await seat(0), await seat(7), await server.connect("host", { code })];
  expect((await again.sync()).you?.ballots.later).toMatchObject({ choice: "for", seq: 1 });
  expect(await again.send("ballot:cast", ballot("against", "later", 2))).toMatchObject(OK);
  expect(await late.send("ballot:cast", ballot("for", "later"))).toMatchObject(OK);
  const { version } = (await host.sync()).session;
  expect(await host.send("host:phase", { to: "later-closed", version })).toMatchObject(OK);
  const tally = { round: "later", n: 5, for: 1, against: 3, undecided: 1 };
  expect((await laterIn(server, code))?.tally).toEqual(tally);
  for (const client of [again, late, host]) client.close();
}

/** Each session with dates comes to each of its phases at their time, also where the server was down then. */
export async function datesGoOn(
  server: TestServer,
  sessions: readonly Session[],
  time: { now: number },
): Promise<void> {
  const dates = sessions.flatMap(({ code, seats, later: { schedule } }) =>
    (schedule?.dates ?? []).map((date) => ({ ...date, code, seats })),
  );
  expect(dates.length).toBeGreaterThan(0);
  for (const { code, seats, phase, at } of dates.sort((one, other) => one.at - other.at)) {
    time.now = at;
    await server.restart();
    const told = async () => (await (await server.request(`/api/sessions/${code}`)).json()).phase;
    await expect.poll(told).toBe(phase);
    if (phase === "later") {
      const student = await server.connect("student", { code, ticket: seats[0]?.ticket ?? "" });
      expect(await student.send("ballot:cast", ballot("for", "later"))).toMatchObject(OK);
      student.close();
    }
    if (phase === "later-closed")
      expect((await laterIn(server, code))?.tally).toMatchObject({ for: 1, n: 1 });
  }
}
