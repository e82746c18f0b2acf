import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Matrix, movesIn } from "#debate/counting/movement.ts";
import { compareSections } from "#debate/counting/sections.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

type Given = { matrix?: number[][]; settings?: GivenSettings; phase?: Phase; debateId?: string };

const ONE = [
  [9, 0, 0],
  [4, 6, 1],
  [3, 0, 7],
];
/** [Z2] All of whose groups may be told. */
const FOURS = [
  [8, 4, 0],
  [0, 8, 0],
  [0, 0, 0],
];
const NONE = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

/** A session in which so many people went from each answer to each. */
async function section(server: TestServer, given: Given = {}): Promise<string> {
  const { matrix = ONE, settings = {}, phase = "closed", debateId } = given;
  const { code } = await server.open(settings, debateId);
  const { id: sessionId } = await server.database.reader.session.findUniqueOrThrow({ where: { code } });
  const moved = CHOICES.flatMap((before, row) =>
    CHOICES.flatMap((after, column) =>
      Array.from({ length: matrix[row]?.[column] ?? 0 }, () => ({ id: randomUUID(), before, after })),
    ),
  );
  await server.database.write(async (transaction) => {
    await transaction.participant.createMany({
      data: moved.map(({ id }) => ({ id, sessionId, name: id, joinedAt: 1n })),
    });
    await transaction.ballot.createMany({
      data: moved.flatMap(({ id: participantId, ...rounds }) =>
        (["before", "after"] as const).map((round) => ({
          participantId,
          sessionId,
          round,
          choice: rounds[round],
          seq: 1n,
          castAt: 1n,
        })),
      ),
    });
  }, sessionId);
  await moveTo(await server.connect("host", { code }), phase, settings);
  return code;
}

async function compared(server: TestServer, codes: string, cookie = server.cookie) {
  const answer = await server.request(`/api/compare?codes=${codes}`, { headers: { cookie } });
  return { status: answer.status, text: await answer.text() };
}

/** What is wrong, as a program reads it. */
async function wrong(server: TestServer, codes: string, cookie?: string) {
  const { status, text } = await compared(server, codes, cookie);
  const { code, message, fields } = JSON.parse(text).error;
  return [status, code, message, fields?.codes];
}

test("[V22] sections come in the order of their codes, each once, with the figures of their own results", async () => {
  await using server = await startServer();
  const one = await section(server, { settings: { name: "Period 3" } });
  const two = await section(server, {
    matrix: FOURS,
    settings: { identity: "anonymous", entry: "personal" },
    phase: "results",
  });
  const none = await section(server, { matrix: NONE });
  const typed = `${two.slice(0, 3).toLowerCase()}-${two.slice(3)},${one},,${none},${one}`;
  const { status, text } = await compared(server, typed);
  expect(status).toBe(200);
  const comparison = JSON.parse(text);
  expect(comparison).toEqual({
    ...compareSections([FOURS, ONE, NONE].map((matrix) => movesIn(matrix as Matrix))),
    resolution: expect.stringContaining("Japan"),
    experiment: null,
    sections: [
      expect.objectContaining({ code: two, n: 20 }),
      expect.objectContaining({ code: one, name: "Period 3", n: 30 }),
      expect.objectContaining({ code: none, n: 0, margin: null }),
    ],
  });
  expect(comparison.sections[0]).not.toHaveProperty("name");
  for (const each of comparison.sections) {
    const results = await server.asInstructor(`/api/sessions/${each.code}/results`);
    const { margin, paired } = await results.json();
    expect([each.margin, each.paired]).toEqual([margin, paired]);
    expect(new Date(each.date).toISOString()).toBe(each.date);
  }
});

test("[V22] [I3] what is not compared is said, and a colleague's session is unknown like one that never was", async () => {
  await using server = await startServer();
  const one = await section(server);
  const two = await section(server);
  const colleague = await server.colleague();
  const opened = await server.request("/api/sessions", {
    json: { debateId: "japan-russia-card" },
    headers: { cookie: colleague },
  });
  const { code: hers } = await opened.json();
  const imported = await server.asInstructor("/api/debates/import", {
    json: { text: OWN },
  });
  const other = await section(server, { debateId: (await imported.json()).debate.id });

  const notYours = (...codes: string[]) => [
    ...[404, "not-found"],
    ...[`codes: no session of yours: ${codes.join(", ")}`, codes],
  ];
  const tooFew = (...codes: string[]) => [
    ...[422, "malformed"],
    ...[["codes: at least two sessions", ...codes].join(": "), codes],
  ];
  expect(await wrong(server, `${one},${other},${two}`)).toEqual([
    ...[422, "malformed"],
    ...[`codes: another resolution than the first session's: ${other}`, [other]],
  ]);
  for (const codes of [one, `${one},${one.toLowerCase()}`])
    expect(await wrong(server, codes)).toEqual(tooFew(one));
  expect(await wrong(server, "")).toEqual(tooFew());
  for (const unknown of ["ZZZZZZ", hers, "no", "<b>"])
    expect(await wrong(server, `${one},${unknown}`)).toEqual(notYours(unknown));
  expect(await wrong(server, `${one},${two}`, colleague)).toEqual(notYours(one, two));
  const many = Array.from({ length: 61 }, (_, n) => `ZZZZ${n + 10}`);
  for (const codes of [many, Array(301).fill(one)])
    expect(await wrong(server, codes.join(","))).toEqual([422, "too-many", "codes: at most 60 sessions", []]);
  expect((await compared(server, `${one},${two}`, "")).status).toBe(401);

  await server.asInstructor(`/api/sessions/${two}`, { method: "DELETE" });
  expect(await wrong(server, `${one},${two}`)).toEqual(notYours(two));
});

test("[V22] [Z18] an anonymous session whose class is not told the flow is not offered to compare, and named where it is asked for", async () => {
  await using server = await startServer();
  const headers = new Headers({ cookie: server.cookie });
  const { pageApi } = server.app;
  const canCompare = async (code: string) => {
    const page = await pageApi.host(headers, code);
    return page.ok && page.value.canCompare;
  };
  const held = await section(server, { settings: { identity: "anonymous" } });
  const one = await section(server);
  expect(await pageApi.compare(headers, one)).toMatchObject({ value: { choices: [{ code: one }] } });
  expect([await canCompare(one), await canCompare(held)]).toEqual([false, false]);
  expect(await wrong(server, `${one},${held}`)).toEqual([
    ...[422, "forbidden"],
    ...[`codes: who moved is not told: ${held}`, [held]],
  ]);
  const told = await section(server, {
    matrix: FOURS,
    settings: { identity: "anonymous", entry: "personal" },
  });
  expect(await pageApi.compare(headers, one)).toMatchObject({
    value: { choices: [{ code: one }, { code: told }] },
  });
  expect([await canCompare(one), await canCompare(held)]).toEqual([true, false]);
});

test.each([
  ["an anonymous vote", { identity: "anonymous", entry: "personal" }, "after"],
  ["a vote with pseudonyms", {}, "after"],
  ["a covered reveal", { reveal: "staged" }, "results"],
] as const)(
  "[V22] [V9] [V14] nothing is counted of %s before its results are open",
  async (_, settings, phase) => {
    await using server = await startServer();
    const one = await section(server);
    const early = await section(server, { matrix: FOURS, settings, phase });
    const headers = new Headers({ cookie: server.cookie });
    const asked = async () => [
      await compared(server, `${one},${early}`),
      await compared(server, `${one},${early}&format=csv`),
      await server.app.pageApi.compare(headers, `${one},${early}`),
    ];
    const before = await asked();
    expect(await wrong(server, `${one},${early}`)).toEqual([
      409,
      "wrong-phase",
      `codes: the results are not open yet: ${early}`,
      [early],
    ]);
    expect(before[2]).toMatchObject({
      ok: true,
      value: {
        comparison: null,
        problem: { why: "not-open", codes: [early] },
        choices: [{ code: one }],
      },
    });
    // One more vote changes no byte.
    const { id: sessionId } = await server.database.reader.session.findUniqueOrThrow({
      where: { code: early },
    });
    await server.database.write(
      (transaction) =>
        transaction.ballot.updateMany({
          where: { sessionId, round: "after", choice: "against" },
          data: { choice: "undecided" },
        }),
      sessionId,
    );
    expect(JSON.stringify(await asked())).toBe(JSON.stringify(before));
    await moveTo(await server.connect("host", { code: early }), "closed", settings);
    expect((await compared(server, `${one},${early}`)).status).toBe(200);
  },
);

test("[V22] the table is a file that a spreadsheet opens", async () => {
  await using server = await startServer();
  const one = await section(server, { settings: { name: '=三限, "月曜日"' } });
  const none = await section(server, { matrix: NONE });
  const answer = await server.asInstructor(`/api/compare?codes=${one},${none}&format=csv`);
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="sections.csv"');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heading, first, second] = bytes.subarray(3).toString().trim().split("\n");
  expect(heading).toBe(
    "code,name,date,n,margin,low,high,standing,ff,fa,fu,af,aa,au,uf,ua,uu,experiment,difference,se",
  );
  expect(first).toMatch(new RegExp(`^${one},"'=三限, ""月曜日""",[^,]+,30,40,9\\.98`, "u"));
  expect(first).toMatch(/,9,0,0,4,6,1,3,0,7,,,$/u);
  expect(second).toMatch(new RegExp(`^${none},,[^,]+,0,,,,,0,0,0,0,0,0,0,0,0,,,$`, "u"));
});
