import { expect, test } from "vitest";
import type { Timeline } from "#debate/counting/timeline.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const STARTED = Math.floor(Date.now() / 1_000) * 1_000;

/** Seconds into the lesson at which its three students vote before and after, and two of them endorse. */
type Times = { before: number[]; after: number[]; endorsed: number[] };
const USUAL: Times = { before: [10, 20, 30], after: [210, 220, 230], endorsed: [150, 160] };
const OTHERS: Times = { before: [11, 12, 59], after: [205, 206, 290], endorsed: [121, 199] };

/** A lesson of 300 seconds by a clock of its own, up to the results. */
async function lesson(settings: GivenSettings, times = USUAL) {
  let second = 0;
  const server = await startServer({ settings, clock: () => STARTED + second * 1_000 });
  const host = await server.connect("host");
  const students: Client[] = [];
  for (const name of ["Ada", "Bob", "Cyd"])
    students.push(await server.connect("student", { ticket: (await server.join(name)).ticket }));
  const at = async (when: number, act: () => Promise<unknown>) => {
    second = when;
    expect(await act()).toMatchObject(OK);
  };
  const go = async (when: number, phase: Parameters<typeof moveTo>[1]) => {
    second = when;
    await moveTo(host, phase, settings);
  };
  await go(0, "before");
  for (const [n, when] of times.before.entries())
    await at(when, () => (students[n] as Client).send("ballot:cast", ballot("for")));
  await go(60, "reading");
  await go(120, "rebuttal");
  const hers = rebuttal();
  const [ada, bob, cyd] = students as [Client, Client, Client];
  await at(120, () => ada.send("rebuttal:post", hers));
  const pairs = [bob, cyd] as const;
  for (const [n, when] of times.endorsed.entries())
    await at(when, () => (pairs[n] as Client).send("rebuttal:endorse", { rebuttalId: hers.id, on: true }));
  await go(200, "after");
  for (const [n, when] of times.after.entries())
    await at(when, () => (students[n] as Client).send("ballot:cast", ballot("against", "after")));
  await go(299, "results");
  return { server, host, ada, bob, cyd, hers };
}

const read = async (response: Promise<Response>) => (await (await response).json()) as Timeline;
/** Bin by bin, since a bin of this lesson lasts two seconds. */
const filled = (counts: readonly number[] | null | undefined) =>
  counts?.flatMap((count, bin) => (count > 0 ? [[bin, count]] : []));

test("[V24] host and class read when phases began, and in totals when people voted, wrote and endorsed", async () => {
  const { server, host, cyd } = await lesson({ identity: "named" });
  await using _ = server;
  const drawn = await read(server.asHost("/timeline"));
  expect(drawn).toMatchObject({ seconds: 2, stretches: [{ at: STARTED, bins: 150 }], people: 3 });
  expect(drawn.phases.map(({ phase, at, from }) => [phase, (at - STARTED) / 1_000, from])).toEqual([
    ["before", 0, 0],
    ["reading", 60, 30],
    ["rebuttal", 120, 60],
    ["after", 200, 100],
    ["results", 299, 149],
  ]);
  const seen = ({ turnout, rebuttals, endorsements }: Timeline) =>
    [...(turnout ?? []).map(({ cast }) => cast), rebuttals, endorsements].map(filled);
  const ones = (...bins: number[]) => bins.map((bin) => [bin, 1]);
  expect(seen(drawn)).toEqual([ones(5, 10, 15), ones(105, 110, 115), ones(60), ones(75, 80)]);

  // The class reads the same, once: a browser that has it is sent nothing.
  const answered = await server.asStranger("/timeline");
  expect(await answered.json()).toEqual(drawn);
  const headers = { "if-none-match": answered.headers.get("etag") ?? "" };
  expect((await server.asStranger("/timeline", { headers })).status).toBe(304);

  // A removed seat's votes and endorsement are gone.
  await host.send("host:remove", { participantIds: [cyd.participantId] });
  const without = await read(server.asStranger("/timeline"));
  expect(seen(without)).toEqual([ones(5, 10), ones(105, 110), ones(60), ones(75)]);
  expect(without.people).toBe(2);
});

test("[V24] [V14] [A5] exactly those who may read the results may read it", async () => {
  const { server, host } = await lesson({ identity: "pseudonym", reveal: "staged" });
  await using _ = server;
  const statuses = async () => {
    const made = (await (await server.asHost("/links/results", { json: {} })).json()) as { url: string };
    const linked = `?key=${keyIn(made.url)}`;
    const asked = [`/timeline`, `/timeline${linked}`, `/results`, `/results${linked}`];
    return [
      (await server.asHost("/timeline")).status,
      ...(await Promise.all(asked.map(async (path) => (await server.asStranger(path)).status))),
    ];
  };
  expect(await statuses()).toEqual([200, 403, 403, 403, 403]);
  await showStep(host, "open");
  expect(await statuses()).toEqual([200, 200, 200, 200, 200]);
  await host.send("host:results", { kept: true });
  expect(await statuses()).toEqual([200, 403, 200, 403, 200]);
  expect((await server.asHost("", { method: "DELETE" })).status).toBe(204);
  expect((await server.asHost("/timeline")).status).toBe(404);
});

async function bytesOf(server: TestServer, as: "asHost" | "asStranger"): Promise<string> {
  const answer = await server[as]("/timeline");
  expect(answer.status).toBe(200);
  return answer.text();
}

test("[V24] [V7] an anonymous lesson with votes and endorsements at other times, or none, reads the same", async () => {
  const told: string[] = [];
  for (const times of [USUAL, OTHERS, { before: [], after: [], endorsed: [] }]) {
    const { server } = await lesson({ identity: "anonymous" }, times);
    await using _ = server;
    told.push(await bytesOf(server, "asStranger"), await bytesOf(server, "asHost"));
  }
  expect(new Set(told).size).toBe(1);
  expect(JSON.parse(told[0] ?? "")).toMatchObject({
    turnout: null,
    endorsements: null,
    people: null,
    withheld: true,
  });
});

test("[V24] [V9] no one reads that of an anonymous session before its results, its host included", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const host = await server.connect("host");
  await moveTo(host, "after", { identity: "anonymous" });
  for (const as of ["asHost", "asStranger"] as const) {
    const answer = await server[as]("/timeline");
    expect([answer.status, (await answer.json()).error.code]).toEqual([403, "wrong-phase"]);
  }
});
