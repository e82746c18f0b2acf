import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ExperimentKind } from "#debate/activities/experiment/terms.ts";
import type { Results } from "#debate/counting/results.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

type Row = Record<string, string | number | null>;
const settingsOf = (kind: ExperimentKind, others: GivenSettings = {}): GivenSettings => ({
  ...others,
  activities: { ...others.activities, experiment: { kind } },
});
const rowsOf = async (server: TestServer, table: string): Promise<Row[]> =>
  (await (await server.asHost(`/export?table=${table}&format=json`)).json()).rows;
const resultsOf = async (server: TestServer): Promise<Results> => (await server.asHost("/results")).json();
const armOf = async (client: Client) => (await client.sync()).you?.experiment?.arm;
const castBy = (client: Client, choice: Choice, round: "before" | "reading" | "after") =>
  client.send("ballot:cast", ballot(choice, round));

/** A class whose first votes are these, while it reads. */
async function reading(server: TestServer, votes: readonly Choice[], settings: GivenSettings) {
  const [host] = await server.seats("host");
  const students: Client[] = [];
  for (const _ of votes) students.push(await server.connect("student"));
  await moveTo(host, "before");
  for (const [place, choice] of votes.entries()) await castBy(students[place] as Client, choice, "before");
  await moveTo(host, "reading", settings);
  const arms = await Promise.all(students.map(armOf));
  const inArm = (arm: "a" | "b") => students.filter((_, place) => arms[place] === arm);
  return { host, students, a: inArm("a"), b: inArm("b") };
}
const TWENTY = Array.from({ length: 20 }, (_, place): Choice => (place < 12 ? "for" : "against"));

describe("[M24] halves", () => {
  test("are drawn in blocks of four within first votes when the first vote is over, and a second program finds them again", async () => {
    await using server = await startServer({ settings: settingsOf("arguing") });
    const { host, students } = await reading(server, TWENTY, settingsOf("arguing"));
    const late = await server.connect("student");
    expect(await armOf(late)).toMatch(/[ab]/u);
    const rows = await rowsOf(server, "participants");
    const inBlock = (stratum: string, block: number) =>
      rows.filter((row) => row.stratum === stratum && row.block === block).map(({ arm }) => arm);
    for (const [stratum, blocks] of [
      ["for", 3],
      ["against", 2],
    ] as const)
      for (let block = 1; block <= blocks; block += 1)
        expect(inBlock(stratum, block).sort().join("")).toBe("aabb");
    expect(inBlock("none", 1)).toHaveLength(1);
    // Going back and voting otherwise changes no half.
    await moveTo(host, "before", settingsOf("arguing"));
    await students[0]?.send("ballot:cast", ballot("against", "before", 2));
    await moveTo(host, "reading", settingsOf("arguing"));
    expect(await rowsOf(server, "participants")).toEqual(rows);
    const place = mkdtempSync(join(tmpdir(), "halves-"));
    const files = ["participants", "design"].map((table) => join(place, `${table}.json`));
    writeFileSync(files[0] ?? "", JSON.stringify({ rows }));
    writeFileSync(files[1] ?? "", JSON.stringify({ rows: await rowsOf(server, "design") }));
    const script = "tests/activities/experiment/allocate.py";
    expect(execFileSync("python3", [script, ...files], { encoding: "utf8" })).toBe("21 drawn, 0 other\n");
  });

  test("of people who come late at once have places of their own, and a place is never given twice", async () => {
    await using server = await startServer({ settings: settingsOf("order") });
    const { host } = await reading(server, ["for", "for"], settingsOf("order"));
    const late = await Promise.all(Array.from({ length: 8 }, () => server.connect("student")));
    await Promise.all(late.map(armOf));
    const before = await rowsOf(server, "participants");
    const places = before.map(({ block, place }) => 4 * (Number(block) - 1) + Number(place));
    expect(places.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const { you } = await (late[7] as Client).sync();
    await host.send("host:remove", { participantIds: [you?.participantId ?? ""] });
    const next = await server.connect("student");
    await armOf(next);
    const drawn = (await rowsOf(server, "participants")).filter((row) => row.block === 3);
    expect(drawn.map(({ place }) => place)).toContain(3);
  });
});

test("[M23] [M33] the plan is fixed at the opening, names the seed by its hash, and is another one for each session", async () => {
  await using server = await startServer({ settings: settingsOf("switch") });
  const [design] = await rowsOf(server, "design");
  const plan = JSON.parse(String(design?.plan));
  expect(design?.planHash).toBe(createHash("sha256").update(String(design?.plan)).digest("hex"));
  const exported = await (await server.asHost("/export?table=ballots&format=json")).json();
  expect(exported.planHash).toBe(design?.planHash);
  const fairness = await server.app.pageApi.fairness(
    new Headers({ cookie: server.cookie }),
    server.session.code,
  );
  expect(fairness).toMatchObject({ value: { planned: { hash: design?.planHash } } });
  expect(plan).toMatchObject({
    ...{ experiment: "switch", debateHash: design?.debateHash },
    seedHash: createHash("sha256").update(String(design?.seed)).digest("hex"),
  });
  const { code } = await (
    await server.asInstructor("/api/sessions", { json: { from: server.session.code } })
  ).json();
  const again = await server.asInstructor(`/api/sessions/${code}/export?table=design&format=json`);
  expect((await again.json()).rows[0].seed).not.toBe(design?.seed);
});

describe("[H11] [M28] `switch`", () => {
  test.each([
    ["an anonymous session", { identity: "anonymous" }],
    ["one with the steelman phase", { activities: { steelman: {} } }],
  ] as const)("is refused by name in %s", async (_, others) => {
    await using server = await startServer();
    const answered = await server.asInstructor("/api/sessions", {
      json: { debateId: "japan-russia-card", settings: settingsOf("switch", others) },
    });
    expect(answered.status).toBe(400);
    expect(JSON.stringify(await answered.json())).toContain("switch");
  });

  test("each half writes in its own phase, for the side that it voted against; the newest counts, and can be deleted", async () => {
    const settings = settingsOf("switch");
    await using server = await startServer({ settings });
    const { host, a, b } = await reading(server, ["for", "for", "for", "for"], settings);
    const [ada, bob] = [a[0], b[0]] as [Client, Client];
    const write = (client: Client, body: string, side?: "for" | "against") =>
      client.send("experiment:write", { body, ...(side && { side }) });
    expect(await write(ada, "Too early.")).toEqual(refused("wrong-phase"));
    await moveTo(host, "switch-first", settings);
    expect(await write(bob, "Not yet.")).toEqual(refused("wrong-phase"));
    expect(await write(ada, "Mine.", "for")).toEqual(refused("malformed"));
    expect(await write(ada, "Ships need ports.")).toEqual(OK);
    expect(await write(ada, "Ships need friends.", "against")).toEqual(OK);
    expect((await ada.sync()).you?.experiment).toEqual({
      ...{ kind: "switch", arm: "a", side: "against" },
      written: { side: "against", body: "Ships need friends." },
    });
    // [M27] The host alone.
    await host.sees(({ experiment }) => experiment?.a.did === 1 && experiment.b.did === 0);
    expect((await bob.sync()).session).not.toHaveProperty("experiment");
    await moveTo(host, "after", settings);
    await moveTo(host, "switch-later", settings);
    expect(await write(ada, "Again.")).toEqual(refused("wrong-phase"));
    expect(await write(bob, "Islands first.")).toEqual(OK);
    const texts = () => rowsOf(server, "experimentTexts");
    expect((await texts()).map(({ body }) => body).sort()).toEqual(["Islands first.", "Ships need friends."]);
    const { ticket } = ada.socket.auth as { ticket: string };
    const headers = { cookie: `seat-${server.session.code}=${ticket}` };
    const deleted = await server.request(`/api/sessions/${server.session.code}/mine?scope=words`, {
      method: "DELETE",
      headers,
    });
    expect(deleted.status).toBe(204);
    expect((await texts()).map(({ body }) => body)).toEqual(["Islands first."]);
  });
});

describe("[M29] `arguing`", () => {
  const settings = settingsOf("arguing");

  test("has a vote after reading, in which one half is refused, and says to host and projector that half votes", async () => {
    await using server = await startServer({ settings });
    const { host, a, b } = await reading(server, TWENTY, settings);
    await moveTo(host, "reading-vote", { questions: { readingVote: true } });
    const [ada, bob] = [a[0], b[0]] as [Client, Client];
    expect(await castBy(ada, "for", "reading")).toEqual(refused("wrong-phase"));
    expect(await castBy(bob, "for", "reading")).toMatchObject(OK);
    const { ticket } = ada.socket.auth as { ticket: string };
    const byForm = await server.request(`/api/sessions/${server.session.code}/ballot`, {
      ...{ json: ballot("for", "reading"), headers: { cookie: `seat-${server.session.code}=${ticket}` } },
    });
    expect(byForm.status).toBe(409);
    expect((await host.sync()).session).toMatchObject({
      halfVotes: true,
      experiment: { b: { drawn: b.length } },
    });
    expect((await bob.sync()).session).not.toHaveProperty("halfVotes");
    await moveTo(host, "after", { questions: { readingVote: true } });
    for (const student of [ada, bob]) expect(await castBy(student, "for", "after")).toMatchObject(OK);
  });

  test("[M18] [M25] compares each half's second vote, for the host in the results, from eight people in each half on", async () => {
    await using server = await startServer({ settings });
    const { host, students, a, b } = await reading(server, TWENTY, settings);
    const voting = { questions: { readingVote: true } };
    await moveTo(host, "reading-vote", voting);
    for (const student of b) await castBy(student, "against", "reading");
    await moveTo(host, "rebuttal", voting);
    await students[0]?.send("rebuttal:post", rebuttal());
    await moveTo(host, "after", voting);
    for (const student of a) await castBy(student, "for", "after");
    for (const student of b) await castBy(student, "for", "after");
    expect((await resultsOf(server)).experiment).toBeNull();
    await moveTo(host, "results", voting);
    const { experiment } = await resultsOf(server);
    // Six For and four Against in each half: arm a moved 4 of 10 by two steps, arm b 6 of 10 back by two.
    expect(experiment).toMatchObject({
      ...{ kind: "arguing", enough: true, difference: 200 },
      arms: [
        { arm: "a", drawn: 10, did: 10, n: 10, mean: 0.8, steps: [0, 0, 6, 0, 4] },
        { arm: "b", drawn: 10, did: 10, n: 10, mean: -1.2, steps: [6, 0, 4, 0, 0] },
      ],
    });
    const [ada] = students as [Client];
    const { ticket } = ada.socket.auth as { ticket: string };
    const asked = await server.request(`/api/sessions/${server.session.code}/results`, {
      headers: { cookie: `seat-${server.session.code}=${ticket}` },
    });
    expect((await asked.json()).experiment).toBeNull();
    expect(JSON.stringify(await ada.sync())).not.toContain("difference");
  });
});

describe("[M26] an anonymous session", () => {
  const settings = settingsOf("order", { identity: "anonymous", entry: "personal" });

  test("exports no half, and its host sees no counts of halves", async () => {
    await using server = await startServer({ settings: { ...settings, entry: "open" } });
    const { host } = await reading(server, TWENTY, settings);
    expect((await host.sync()).session).not.toHaveProperty("experiment");
    for (const row of await rowsOf(server, "participants")) expect(row).not.toHaveProperty("arm");
    await moveTo(host, "results", settings);
    expect((await resultsOf(server)).experiment).toMatchObject({
      ...{ difference: null, interval: null, enough: false },
      arms: [
        { did: null, mean: null, steps: null },
        { did: null, mean: null, steps: null },
      ],
    });
  });
});
