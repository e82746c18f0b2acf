import { describe, expect, test } from "vitest";
import { CHOICES } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Step } from "#debate/rules/steps.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** The keys under which vote counts are sent. A choice is a key only in a tally. */
const COUNTS = new Set<string>([
  ...CHOICES,
  "tally",
  "tallies",
  "rounds",
  "paired",
  "matrix",
  "swing",
  "verdict",
]);

/** The paths in a payload at which a count of votes stands, however deep. */
function leaksIn(payload: unknown, path = ""): string[] {
  if (payload === null || typeof payload !== "object") return [];
  return Object.entries(payload).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    return [...(COUNTS.has(key) ? [here] : []), ...leaksIn(value, here)];
  });
}

/** Everything that a phone can ask for by HTTP, with its seat's cookie. */
async function everyAnswer(server: TestServer, ticket: string): Promise<unknown[]> {
  const headers = { cookie: `seat-${server.session.code}=${ticket}` };
  const tables = ["ballots", "rebuttals", "participants", "events"];
  const suffixes = ["", "/debate", "/results", ...tables.map((table) => `/export?table=${table}`)];
  const answers = await Promise.all([
    ...suffixes.map((suffix) => server.asStranger(suffix, { headers })),
    server.asStranger("/join", { headers, json: {} }),
    server.request("/api/debates", { headers }),
    server.request("/api/auth/get-session", { headers }),
    server.request("/healthz"),
    server.request("/readyz"),
  ]);
  return Promise.all(answers.map((answer) => answer.json()));
}

async function everyPage(server: TestServer, ticket: string) {
  const headers = new Headers({ cookie: `seat-${server.session.code}=${ticket}` });
  const { pageApi } = server.app;
  const { code } = server.session;
  return [
    await pageApi.phone(headers, code),
    await pageApi.results(headers, code),
    await pageApi.host(headers, code),
    await pageApi.screen(headers, code, undefined),
    await pageApi.dashboard(headers, 5),
  ];
}

// 11, 7 and 5 before, 13, 6 and 4 after: numbers that nothing else in the lesson has.
const BEFORE = [...Array(11).fill("for"), ...Array(7).fill("against"), ...Array(5).fill("undecided")];
const AFTER = [...Array(13).fill("for"), ...Array(6).fill("against"), ...Array(4).fill("undecided")];

describe("[V2] before results", () => {
  test.each([false, true])("no route gives a student a tally, revealed: %s", async (revealed) => {
    await using server = await startServer({ settings: { smallGroups: "tell" } });
    const host = await server.connect("host");
    const students = await Promise.all(BEFORE.map(() => server.connect("student")));
    const [ada, bob] = students as [Client, Client];
    const { ticket } = ada.socket.auth as { ticket: string };
    const told: unknown[] = [];
    const enter = async (phase: Phase) => {
      await moveTo(host, phase);
      if (revealed) await host.send("host:reveal", { on: true });
      await ada.sees((snapshot) => snapshot.phase === phase);
    };
    const ask = async () =>
      told.push(...(await everyAnswer(server, ticket)), ...(await everyPage(server, ticket)));

    await enter("before");
    await Promise.all(students.map((student, index) => student.send("ballot:cast", ballot(BEFORE[index]))));
    await ada.sees(({ turnout }) => turnout.voted === 23);
    await ask();
    await enter("reading");
    await enter("rebuttal");
    const [own, hers] = [rebuttal(), rebuttal({ side: "against" })];
    await ada.send("rebuttal:post", own);
    await bob.send("rebuttal:post", hers);
    for (const student of students.slice(2, 9)) {
      await student.send("rebuttal:seen", { ids: [own.id, hers.id] });
      await student.send("rebuttal:endorse", { rebuttalId: hers.id, on: true });
    }
    await ada.send("rebuttal:endorse", { rebuttalId: hers.id, on: true });
    await ada.hearsRebuttals(({ changed }) => changed.some(({ endorsements }) => endorsements === 8));
    await ask();
    await enter("after");
    await Promise.all(students.map((student, i) => student.send("ballot:cast", ballot(AFTER[i], "after"))));
    await ada.sees(({ phase, turnout }) => phase === "after" && turnout.voted === 23);
    // However a lesson steps back and forth, no count is sent.
    await enter("lobby");
    await enter("after");
    await ada.sync();
    await ask();
    for (const payload of [...ada.heard, ...ada.answers, ...told]) expect(leaksIn(payload)).toEqual([]);

    await moveTo(host, "results");
    const shown = await ada.sees(({ tally }) => tally !== undefined);
    expect(shown.tally).toEqual({
      before: { for: 11, against: 7, undecided: 5 },
      after: { for: 13, against: 6, undecided: 4 },
    });
    const last = [...(await everyAnswer(server, ticket)), ...(await everyPage(server, ticket))];
    expect(last.flatMap((payload) => leaksIn(payload)).length).toBeGreaterThan(10);
    await moveTo(host, "after");
    expect(leaksIn(await ada.sync())).toEqual([]);
    expect(leaksIn(await everyAnswer(server, ticket))).toEqual([]);
  });
});

test("[V3][V4] while covered, the screen gets turnout only, and the host no tally of the open round", async () => {
  await using server = await startServer();
  const [host, screen, ...students] = await server.seats("host", "screen", "student", "student", "student");
  await moveTo(host, "before");
  for (const student of students) await student.send("ballot:cast", ballot("for"));
  for (const client of [host, screen]) {
    await client.sees(({ turnout }) => turnout.voted === 3);
    await client.sync();
    expect([...client.heard, ...client.answers].flatMap((payload) => leaksIn(payload))).toEqual([]);
  }
  await moveTo(host, "reading");
  expect((await host.sync()).session.tally).toEqual({ before: { for: 3, against: 0, undecided: 0 } });
  await screen.sync();
  expect([...screen.heard, ...screen.answers].flatMap((payload) => leaksIn(payload))).toEqual([]);
});

describe("[V14] in a staged reveal", () => {
  /** What a message may hold at a step, with what came before. */
  const HOLDS: [Step, string[]][] = [
    ["covered", ["step"]],
    ["guess", []],
    ["before", ["before"]],
    ["flow", ["paired", "guess"]],
    ["verdict", ["winner", "headline", "detail", "margin", "fragility"]],
    ["chance", ["coin"]],
    ["moved", ["moved"]],
  ];
  /** What is counted and has other names than counts of votes. */
  const TOLD = [
    "headline",
    "sentence",
    "standing",
    "margin",
    "fragility",
    "coin",
    "midP",
    "mean",
    "truth",
    "credits",
  ];

  /** What a payload says about the results, its messages of the step apart. */
  function tellsIn(payload: unknown, path = ""): string[] {
    if (payload === null || typeof payload !== "object") return [];
    if ((payload as { name?: unknown }).name === "result") return [];
    return Object.entries(payload).flatMap(([key, value]) => {
      if (key === "result") return [];
      const tells = COUNTS.has(key) || TOLD.includes(key);
      return [...(tells ? [`${path}.${key}`] : []), ...tellsIn(value, `${path}.${key}`)];
    });
  }

  /** The messages of the step in a payload, however deep. */
  function messagesIn(payload: unknown): object[] {
    if (payload === null || typeof payload !== "object") return [];
    const { name, payload: heard } = payload as { name?: unknown; payload?: object };
    if (name === "result" && heard) return [heard];
    return Object.entries(payload).flatMap(([key, value]) =>
      key === "result" ? [value] : messagesIn(value),
    );
  }

  test.each([
    ["pseudonym", "tell"],
    ["named", "tell"],
    ["anonymous", "tell"],
    ["anonymous", "hide"],
  ] as const)(
    "%s, small groups: %s: no route tells anyone but the host more than the step, until it is open",
    async (identity, smallGroups) => {
      await using server = await startServer({ settings: { ...STAGED, identity, smallGroups } });
      const { code, urls } = server.session;
      const [host, screen] = await server.seats("host", "screen");
      const linked = async (link: string) =>
        keyIn(((await (await server.asHost(`/links/${link}`, { json: {} })).json()) as { url: string }).url);
      const [assisting, reviewing] = [await linked("assistant"), await linked("results")];
      const assistant = await server.connect("host", { key: assisting }, { cookie: undefined });
      const students = await Promise.all(
        BEFORE.map(async (_, n) =>
          server.connect("student", { ticket: (await server.join(`Student ${n}`)).ticket }),
        ),
      );
      const [ada] = students as [Client, Client];
      const { ticket } = ada.socket.auth as { ticket: string };
      await moveTo(host, "before", { identity });
      await Promise.all(students.map((student, i) => student.send("ballot:cast", ballot(BEFORE[i]))));
      await moveTo(host, "rebuttal", { identity });
      const hers = rebuttal();
      await ada.send("rebuttal:post", hers);
      await moveTo(host, "after", { identity });
      const credit = { rebuttalId: hers.id, without: "undecided", why: "w".repeat(60) } as const;
      await Promise.all(
        students.map((student, i) =>
          student.send("ballot:cast", {
            ...ballot(AFTER[i], "after"),
            ...(i > 0 && AFTER[i] !== "undecided" && { credit }),
          }),
        ),
      );
      await moveTo(host, "results", { identity });

      const clients = { ada, screen, assistant };
      const askAll = async () => {
        const keys = { assistant: assisting, reviewer: reviewing, screen: keyIn(urls.screen) };
        const asked = Object.values(keys).flatMap((key) =>
          ["", "&as=class", "&as=screen"].map((as) => server.asStranger(`/results?key=${key}${as}`)),
        );
        for (const as of ["class", "screen"]) asked.push(server.asHost(`/results?as=${as}`));
        const answers = await Promise.all(asked);
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
        const { pageApi } = server.app;
        const nobody = new Headers();
        for (const client of Object.values(clients)) await client.sync();
        return [
          ...(await everyAnswer(server, ticket)),
          ...(await everyPage(server, ticket)),
          await pageApi.phone(nobody, code),
          await pageApi.host(nobody, code, keys.assistant),
          await pageApi.screen(nobody, code, keys.screen),
          ...(await Promise.all(Object.values(keys).map((key) => pageApi.results(nobody, code, key)))),
          ...Object.values(clients).map(({ heard, answers: told }) => [heard, told]),
        ];
      };
      const may = new Set<string>();
      for (const [step, parts] of HOLDS) {
        for (const part of parts) may.add(part);
        if (step !== "covered") expect(await showStep(host, step)).toMatchObject(OK);
        for (const client of Object.values(clients))
          await client.hearsResult((result) => result.step === step);
        const told = await askAll();
        expect(tellsIn(told), step).toEqual([]);
        const messages = messagesIn(told);
        expect(messages.length).toBeGreaterThan(5);
        const held = new Set(messages.flatMap((message) => Object.keys(message)));
        expect(
          [...held].filter((part) => part !== "steps" && !may.has(part)),
          step,
        ).toEqual([]);
      }
      // The host reads everything meanwhile.
      expect((await server.asHost("/results")).status).toBe(200);
      await showStep(host, "open");
      await ada.hearsResult(({ step }) => step === "open");
      expect((await server.asStranger(`/results?key=${reviewing}`)).status).toBe(200);
      expect(tellsIn(await everyPage(server, ticket)).length).toBeGreaterThan(10);
    },
  );
});
