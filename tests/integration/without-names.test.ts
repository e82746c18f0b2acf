import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { say, steer } from "#tests/support/pairs.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { given, rate, write } from "#tests/support/steelman.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;
const TIME = /\d{4}-\d\d-\d\dT/u;
const NAMES = ["Ada Ash", "Bob Birch", "Cyd Cedar", "Dan Dogwood", "Eve Elm", "Fay Fir"];
const EVERYTHING = {
  name: "Ms Maple, period 3",
  filter: { holds: false, words: ["Ada Ash"] },
  reveal: "staged",
  activities: {
    ...{ reading: {}, starters: {}, pairs: { when: "after", by: "text" } },
    ...{ steelman: {}, guess: {}, exitTicket: {} },
  },
} as const satisfies GivenSettings;

/** A lesson in which each of six students does something that every table has rows of. */
async function lesson(server: TestServer, identity: "pseudonym" | "named") {
  const settings: GivenSettings = { ...EVERYTHING, identity };
  const { code } = await server.open(settings);
  const host = await server.connect("host", { code });
  const seats = await Promise.all(NAMES.map((name) => server.join(name, code)));
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { code, ticket })));
  const [ada, bob, cyd, dan] = students as [Client, Client, Client, Client];
  const vote = async (round: "before" | "after", credit?: object) => {
    for (const [n, student] of students.entries())
      expect(
        await student.send("ballot:cast", {
          ...ballot(n % 2 ? "against" : "for", round),
          ...(n === 0 && credit && { credit }),
        }),
      ).toMatchObject(OK);
  };
  await moveTo(host, "before", settings);
  await vote("before");
  await moveTo(host, "rebuttal", settings);
  const posts = [
    rebuttal(),
    rebuttal({ side: "against" }),
    rebuttal({ body: "Said again." }),
    // Ids with capitals are taken, too.
    rebuttal({ body: "Rude words.", id: randomUUID().toUpperCase() }),
  ] as const;
  for (const [n, post] of posts.entries())
    expect(await students[n]?.send("rebuttal:post", post)).toMatchObject(OK);
  const ids = posts.map(({ id }) => id);
  const [one, other, again, rude] = posts;
  await Promise.all(students.map((student) => student.send("rebuttal:seen", { ids })));
  await Promise.all([one, again].map(({ id }) => endorse(dan, id)));
  await bob.send("rebuttal:report", { rebuttalId: rude.id, reason: "Rude." });
  expect(await host.send("host:merge", { rebuttalId: again.id, into: one.id })).toMatchObject(OK);
  await host.send("host:moderate", { rebuttalIds: [rude.id], action: "hide" });
  await moveTo(host, "pairs", settings);
  await host.hearsRoster(({ connected }) => connected === NAMES.length);
  expect(await steer(host, "make")).toMatchObject(OK);
  for (const student of students) expect(await say(student, "Why so?")).toMatchObject(OK);
  await moveTo(host, "after", settings);
  await vote("after", {
    rebuttalId: other.id,
    without: "undecided",
    why: "It named what I had not thought of.",
  });
  await moveTo(host, "steelman", settings);
  expect(await write(ada, "They have a point.")).toMatchObject(OK);
  expect(await rate(bob, await given(bob), true)).toMatchObject(OK);
  expect(await host.send("host:remove", { participantIds: [seats[5]?.participantId ?? ""] })).toMatchObject(
    OK,
  );
  await moveTo(host, "results", settings);
  await showStep(host, "guess");
  for (const student of students.slice(0, 5))
    expect(await student.send("guess:cast", { share: 40 })).toMatchObject(OK);
  await showStep(host, "open");
  for (const student of [cyd, dan]) await student.send("exit:write", { moved: "The map." });
  const stored = await server.database.reader.participant.findMany({ where: { session: { code } } });
  return { code, people: stored.flatMap(({ id, name, realName }) => [id, name, realName ?? name]) };
}

async function download(server: TestServer, code: string, path: string) {
  const answer = await server.asInstructor(`/api/sessions/${code}/${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return { text: await answer.text(), file: answer.headers.get("content-disposition") ?? "" };
}

const rowsIn = (text: string) => (JSON.parse(text) as { rows: Record<string, unknown>[] }).rows;

test.each(["named", "pseudonym"] as const)(
  "[V40] in %s sessions the host downloads each file without names: nothing in it names someone, says when, or is in another file",
  async (identity) => {
    await using server = await startServer({ settings: { identity } });
    const { code, people } = await lesson(server, identity);
    const told = (text: string) => people.filter((each) => text.includes(each));
    let named = 0;
    for (const table of TABLES) {
      const withNames = await download(server, code, `export?table=${table}`);
      const [first, second] = [
        await download(server, code, `export?table=${table}&names=no`),
        await download(server, code, `export?table=${table}&names=no`),
      ];
      const csv = await download(server, code, `export?table=${table}&names=no&format=csv`);
      named += told(withNames.text).length;
      expect([table, told(first.text), told(csv.text)]).toEqual([table, [], []]);
      expect(csv.file).toContain(`-${table}-no-names.csv`);
      expect(first.file).toContain(`-${table}-no-names.json`);
      const elsewhere = `${withNames.text}${second.text}${csv.text}`;
      const shared = (first.text.match(UUID) ?? []).filter((id) => elsewhere.includes(id));
      expect([table, shared]).toEqual([table, []]);
      const rows = rowsIn(first.text);
      if (table === "events") {
        expect(rows.map(({ actor }) => actor)).not.toContain("participant");
        continue;
      }
      expect([table, rows.length]).toEqual([table, rowsIn(withNames.text).length]);
      if (table === "design") continue;
      expect([table, TIME.test(first.text)]).toEqual([table, false]);
      const [column] = Object.keys(rows[0] ?? {}).filter((each) =>
        ["rebuttal", "steelman", "group"].includes(each),
      );
      const order = rows.map((row) => String(row[column ?? (table === "rebuttals" ? "id" : "participant")]));
      if (UUID.test(order.join())) expect([table, order]).toEqual([table, order.toSorted()]);
      UUID.lastIndex = 0;
    }
    // Else there was nothing to leave out.
    expect(named).toBeGreaterThan(60);

    const [json, again] = [
      await download(server, code, "participation?names=no"),
      await download(server, code, "participation?names=no"),
    ];
    const sheet = await download(server, code, "participation?names=no&format=csv");
    expect([told(json.text), told(sheet.text)]).toEqual([[], []]);
    const ids = rowsIn(json.text).map(({ participantId }) => String(participantId));
    expect(ids).toEqual(ids.toSorted());
    expect(ids.filter((id) => `${again.text}${sheet.text}`.includes(id))).toEqual([]);
  },
);

test("[V40] [V8] an anonymous class's participants are numbers that say nothing, without names as with them", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, ...students] = await server.seats("host", "student", "student", "student");
  await moveTo(host, "results", { identity: "anonymous" });
  const rows = students.map((_, place) => ({ participant: place + 1, removed: false, onPaper: false }));
  for (const query of ["", "&names=no", "&names=yes"]) {
    const { text } = await download(server, server.session.code, `export?table=participants${query}`);
    expect(JSON.parse(text).rows).toEqual(rows);
  }
  const wrong = await server.asHost("/export?table=participants&names=maybe");
  expect([wrong.status, (await wrong.json()).error.message]).toEqual([400, "names: yes or no"]);
});
