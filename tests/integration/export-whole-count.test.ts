import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { pick } from "#tests/support/picks.ts";
import { atResults, STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Row = Record<string, unknown>;
const rowsOf = async (server: TestServer, table: string) =>
  ((await (await server.asHost(`/export?table=${table}`)).json()) as { rows: Row[] }).rows;

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, inOrder(each)]),
  );
};

test("[V41] `design` says what the session was set to, what it read, and when each phase first opened and last ended", async () => {
  let now = Date.UTC(2026, 10, 30, 9);
  const settings = {
    questions: { readingVote: true },
    filter: { words: ["one", "two"] },
    minutes: { reading: 12 },
    name: "3b",
  };
  await using server = await startServer({ clock: () => now, settings });
  const host = await server.connect("host");
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 9, minute)).toISOString();
  for (const [minute, phase] of [
    [1, "before"],
    [2, "reading"],
    [3, "before"],
    [4, "reading"],
    [5, "reading-vote"],
  ] as const) {
    now = Date.UTC(2026, 10, 30, 9, minute);
    await moveTo(host, phase, settings);
  }
  const [design, ...others] = await rowsOf(server, "design");
  expect(others).toEqual([]);
  const { debate } = (await (await server.asHost("/debate")).json()) as { debate: Row };
  const { id: _, lang: _guessed, ...content } = debate;
  expect(design).toMatchObject({
    ...{ name: "3b", identity: "pseudonym", readingVote: true, guess: false, filterWords: "one, two" },
    ...{ minutesReading: 12, minutesReadingVote: null, version: null },
    debateId: debate.id,
    debateHash: createHash("sha256")
      .update(JSON.stringify(inOrder(content)))
      .digest("hex"),
    ...{ openedLobby: at(0), endedLobby: at(1), openedBefore: at(1), endedBefore: at(4) },
    ...{ openedReading: at(2), endedReading: at(5), openedReadingVote: at(5), endedReadingVote: null },
    ...{ openedRebuttal: null, positionsReadable: at(2), server: expect.stringMatching(/^\d+\.\d+\.\d+/u) },
  });
  // No code of the session and no key of a link opens anything from here.
  const told = JSON.stringify(design);
  expect(told).not.toContain(server.session.code);
  for (const url of Object.values(server.session.urls))
    expect(told).not.toContain(new URL(url).searchParams.get("key") ?? server.session.code);
});

test("[V41] [X1] `paragraphs` has each paragraph of both sides by its number", async () => {
  await using server = await startServer();
  const rows = await rowsOf(server, "paragraphs");
  const original = rows.filter(({ version }) => version === null);
  expect(original.map(({ side, n, text }) => ({ side, n, text }))).toEqual(
    BUILT_IN_DEBATE.positions.flatMap(({ side, paragraphs }) =>
      paragraphs.map(({ n, text }) => ({ side, n, text })),
    ),
  );
  const [design] = await rowsOf(server, "design");
  const versions = BUILT_IN_DEBATE.versions?.map(({ id }) => id) ?? [];
  expect(design?.readingTexts).toBe(versions.length > 0 ? versions.join(" ") : null);
  expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([null, ...versions]));
});

test.each(["named", "pseudonym", "anonymous"] as const)(
  "[V42] in %s sessions guesses are exported once they are counted, and not while they are cast one by one",
  async (identity) => {
    await using server = await startServer({ settings: { ...STAGED, identity } });
    const guessesTold = async () => {
      const answer = await server.asHost("/export?table=guesses");
      return answer.status === 200 ? ((await answer.json()) as { rows: Row[] }).rows : answer.status;
    };
    expect(await guessesTold()).toBe(409);
    const { host, students } = await classAt(server);
    for (const step of ["covered", "guess"] as const) {
      if (step === "guess") await showStep(host, step);
      expect(await guessesTold()).toBe(409);
    }
    for (const [n, student] of students.slice(0, 5).entries())
      expect(await student.send("guess:cast", { share: 90 - 10 * n })).toMatchObject(OK);
    expect(await guessesTold()).toBe(409);
    await showStep(host, "flow");
    const rows = await guessesTold();
    const shares = (rows as Row[]).map(({ share }) => share as number);
    expect(shares.toSorted()).toEqual([50, 60, 70, 80, 90]);
    expect(Object.keys((rows as Row[])[0] ?? {})).toEqual(
      { named: ["participant", "share"], pseudonym: ["participant", "name", "share"], anonymous: ["share"] }[
        identity
      ],
    );
    // In an anonymous class they say neither who guessed what nor when.
    if (identity === "anonymous") expect(shares).toEqual(shares.toSorted());
  },
);

/** Two groups of four, whose flow may be told of an anonymous session as well. */
async function classAt(server: TestServer) {
  const host = await server.connect("host");
  const students = await Promise.all(
    Array.from({ length: 8 }, async (_, n) =>
      server.connect("student", { ticket: (await server.join(`Student ${n}`)).ticket }),
    ),
  );
  await host.send("host:lock", { locked: true });
  for (const round of ["before", "after"] as const) {
    await moveTo(host, round);
    for (const [n, student] of students.entries())
      await student.send("ballot:cast", ballot(n < 4 ? "for" : "against", round));
  }
  await moveTo(host, "results");
  return { host, students };
}

test("[V42] of an anonymous class no guesses are exported if fewer than four guessed", async () => {
  const settings = { ...STAGED, identity: "anonymous" } as const;
  await using server = await startServer({ settings });
  const { host, students } = await classAt(server);
  await showStep(host, "guess");
  for (const student of students.slice(0, 3)) await student.send("guess:cast", { share: 30 });
  await showStep(host, "open");
  expect(await rowsOf(server, "guesses")).toEqual([]);
});

test("[V42] [Z19] of an anonymous class no guesses are exported where its host's results tell none", async () => {
  const settings = { ...STAGED, identity: "anonymous" } as const;
  await using server = await startServer({ settings });
  const { host, students } = await atResults(server);
  await showStep(host, "guess");
  for (const [n, student] of students.entries())
    expect(await student.send("guess:cast", { share: 10 * n })).toMatchObject(OK);
  await showStep(host, "open");
  const { guess }: Results = await (await server.asHost("/results")).json();
  expect([guess, await rowsOf(server, "guesses")]).toEqual([null, []]);
});

test("[V41] [R30] `merged` says who endorsed or was shown which words of a merge, and nothing of an anonymous class", async () => {
  for (const identity of ["named", "anonymous"] as const) {
    await using server = await startServer({ settings: { identity } });
    const host = await server.connect("host");
    const [ada, bob, cyd] = await Promise.all(
      (["Ada Ash", "Bob Birch", "Cyd Cedar"] as const).map(async (name) =>
        server.connect("student", { ticket: (await server.join(name)).ticket }),
      ),
    );
    const [head, merged] = [rebuttal(), rebuttal({ body: "Said again." })];
    await moveTo(host, "rebuttal");
    await ada?.send("rebuttal:post", head);
    await bob?.send("rebuttal:post", merged);
    await cyd?.send("rebuttal:seen", { ids: [head.id, merged.id] });
    await cyd?.send("rebuttal:endorse", { rebuttalId: merged.id, on: true });
    expect(await rowsOf(server, "merged")).toEqual([]);
    expect(await host.send("host:merge", { rebuttalId: merged.id, into: head.id })).toMatchObject(OK);
    const row = (what: string, rebuttal: string) => ({
      what,
      rebuttal,
      head: head.id,
      participant: "Cyd Cedar",
    });
    const told = [row("endorsement", merged.id), row("exposure", merged.id), row("exposure", head.id)];
    expect(new Set(await rowsOf(server, "merged"))).toEqual(new Set(identity === "named" ? told : []));
  }
});

test("[V9] [V42] words that the host picked in an anonymous class are exported from its results on", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  // [Z18] The host reads words that at least four people wrote.
  const [host, ...students] = await server.seats("host", "student", "student", "student", "student");
  await moveTo(host, "before");
  for (const [n, student] of students.entries())
    await student.send("ballot:cast", { ...ballot("for"), reason: `Reason ${n}.` });
  expect((await server.asHost("/export?table=picks")).status).toBe(409);
  await moveTo(host, "results", { identity: "anonymous" });
  const { words } = (await (await server.asHost("/words")).json()) as {
    words: { id: string; text: string }[];
  };
  await pick(server, words[0]?.id ?? "");
  expect(await rowsOf(server, "picks")).toEqual([
    { kind: "reason", round: "before", text: words[0]?.text, shown: true },
  ]);
});
