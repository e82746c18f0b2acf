import { expect, test } from "vitest";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import type { Synced } from "#debate/protocol/events.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { openRound } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { RebuttalBatch, Snapshot } from "#debate/rules/snapshot.ts";
import { createDice, SEED } from "#tests/support/chance.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal, refused } from "#tests/support/lesson.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** Whole lessons on servers of their own, in milliseconds. */
const PATIENCE = 240_000;
/** Every phase before the results, and a step back. */
const WALK: Phase[] = ["before", "reading", "before", "reading", "reading-vote", "rebuttal", "after"];
const NOW = 1_750_000_000_000;
const STUDENTS = 3;

const settings = Settings.parse({ identity: "anonymous", questions: { readingVote: true } });
const BODY = rebuttal({ body: "Borders are drawn by those who walk them." });

/** Host, assistant and screen, and the keys of the latter two. */
type Staff = { clients: Client[]; keys: string[] };

async function enter(server: TestServer): Promise<Staff> {
  const key = keyIn((await (await server.asHost("/links/assistant", { json: {} })).json()).url);
  const clients = [
    await server.connect("host"),
    await server.connect("host", { key }, { cookie: undefined }),
    await server.connect("screen"),
  ];
  return {
    clients,
    keys: [keyIn(server.session.urls.screen), key],
  };
}

/** All that can be asked for, by routes and by pages. */
async function everyAnswer(
  { app, asHost, asStranger, cookie, session: { code } }: TestServer,
  keys: string[],
  formats: string[],
) {
  const [screenKey, key] = keys;
  const exports = TABLES.flatMap((table) =>
    formats.map((format) => `/export?table=${table}&format=${format}`),
  );
  const told: string[] = [];
  for (const path of ["", "/results", "/results?as=class", ...exports]) {
    const answer = await asHost(path);
    told.push(`${path} ${answer.status} ${await answer.text()}`);
  }
  for (const each of keys) told.push(await (await asStranger(`/results?key=${each}`)).text());
  const host = new Headers({ cookie });
  const pages = [
    app.pageApi.host(host, code),
    app.pageApi.results(host, code),
    app.pageApi.dashboard(host, 5),
    app.pageApi.host(new Headers(), code, key),
    app.pageApi.results(new Headers(), code, key),
    app.pageApi.screen(new Headers(), code, screenKey),
  ];
  for (const page of pages) told.push(JSON.stringify(await page));
  return told;
}

/** Plays a lesson in which everybody votes in each vote, and everything is asked for after each ballot. What was told. */
async function lesson(choices: Choice[][]): Promise<string> {
  await using server = await startServer({ settings, clock: () => NOW });
  const { clients, keys } = await enter(server);
  const [host] = clients as [Client];
  const students = [];
  for (let seat = 0; seat < STUDENTS; seat += 1) students.push(await server.connect("student"));
  for (const client of clients) {
    await client.sees(({ joined }) => joined === STUDENTS);
    if (client !== clients[2]) await client.hearsRoster(({ connected }) => connected === STUDENTS);
  }
  // How arrivals are batched depends on real time, and comes before any vote.
  for (const client of clients) client.heard.length = 0;
  const answers: string[] = [];
  const formats = ["csv", "json"];
  const ask = async () => {
    for (const client of clients) {
      const answer = await client.raw("sync", {});
      answers.push(JSON.stringify(answer));
      const { session, log } = answer as Synced;
      await client.sees((snapshot) => contentOf(snapshot) === contentOf(session));
      if (log) await client.hearsLog(([newest]) => newest?.id === log[0]?.id);
    }
    // The two formats hold the same rows, and take turns.
    formats.reverse();
    answers.push(...(await everyAnswer(server, keys, formats.slice(1))));
  };
  let votes = 0;
  for (const phase of WALK) {
    await moveTo(host, phase, settings);
    const round = openRound(phase);
    await host.send("host:reveal", { on: true });
    await ask();
    if (phase === "rebuttal") {
      const [author, ...readers] = students as [Client, ...Client[]];
      await author.send("rebuttal:post", BODY);
      for (const reader of readers) {
        await ask();
        await endorse(reader, BODY.id);
      }
    }
    if (round)
      for (const [seat, student] of students.entries()) {
        votes += 1;
        const choice = choices[seat]?.[votes % CHOICES.length] ?? "for";
        await student.send("ballot:cast", ballot(choice, round, votes));
        await ask();
      }
  }
  // How changes are batched depends on real time, so each one is compared.
  const heard = clients.flatMap((client) => client.heard.flatMap(piecesOf));
  return [...answers, ...new Set(heard.toSorted())]
    .join("\n")
    .replaceAll(server.session.code, "CODE")
    .replaceAll(server.url, "URL")
    .replaceAll(`http://localhost:${new URL(server.url).port}`, "URL")
    .replaceAll(keys[0] ?? "", "SCREEN")
    .replaceAll(keys[1] ?? "", "ASSISTANT")
    .replace(/"instructor":\{[^}]*\}/gu, "INSTRUCTOR");
}

function contentOf({ version: _, ...content }: Snapshot): string {
  return JSON.stringify(content);
}

function piecesOf({ name, payload }: Client["heard"][number]): string[] {
  if (name === "session") return [contentOf(payload as Snapshot)];
  const pieces =
    name === "rebuttals"
      ? [...(payload as RebuttalBatch).changed, ...(payload as RebuttalBatch).removed]
      : name === "log"
        ? (payload as object[])
        : [payload];
  return pieces.map((each) => `${name} ${JSON.stringify(each)}`);
}

test(
  "[V9] two anonymous lessons that differ in one person's votes look the same, byte for byte, until results",
  async () => {
    const dice = createDice();
    const drawn = () => CHOICES.map(() => dice.pick(CHOICES));
    const votes = Array.from({ length: STUDENTS }, drawn);
    const who = dice.below(STUDENTS);
    const others = votes.map((each, seat) => (seat === who ? each.map(another) : each));
    const [one, other] = await Promise.all([lesson(votes), lesson(others)]);
    expect(other, `SEED=${SEED}`).toBe(one);
    // The transcripts do hold what is told.
    expect(one).toContain(`"voted":${STUDENTS}`);
  },
  PATIENCE,
);

test("[V9] an anonymous session has nothing to reveal: the host is refused, and nothing is logged", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const host = await server.connect("host");
  await moveTo(host, "before");
  expect(await host.send("host:reveal", { on: true })).toEqual(refused("forbidden"));
  const { session, log = [] } = await host.sync();
  expect([session.revealed, log.map(({ kind }) => kind)]).toEqual([false, ["phase", "opened"]]);
});

test.each([
  ["anonymous", "liked"],
  ["pseudonym", "across"],
] as const)(
  "[V9] [K5] %s: the order of rebuttals depends on votes only where the host may see them",
  async (identity, first) => {
    await using server = await startServer({ settings: { identity } });
    const host = await server.connect("host");
    const students = await Promise.all(Array.from({ length: 5 }, () => server.connect("student")));
    const [ada, bob, cyd, dee, author] = students as [Client, Client, Client, Client, Client];
    await moveTo(host, "before");
    for (const student of [ada, bob, cyd]) await student.send("ballot:cast", ballot("for"));
    await dee.send("ballot:cast", ballot("against"));
    await moveTo(host, "rebuttal");
    // Three of one camp for the one, one of each for the other: 4/5 * 1/2 against 2/3 * 2/3.
    const [liked, across] = [rebuttal(), rebuttal({ side: "against" })];
    for (const each of first === "liked" ? [across, liked] : [liked, across])
      await author.send("rebuttal:post", each);
    await Promise.all([
      ...[ada, bob, cyd].map((student) => endorse(student, liked.id)),
      ...[ada, dee].map((student) => endorse(student, across.id)),
    ]);
    const best = async () => (await host.sync()).rebuttals.find(({ rank }) => rank === 1)?.id;
    await expect.poll(best, { timeout: 5_000 }).toBe({ liked, across }[first].id);
  },
);

function another(choice: Choice): Choice {
  return choice === "for" ? "against" : "for";
}

test("[V7] [V11] the promise is shown before joining, and no message changes it", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const promise = { identity: "anonymous" };
  expect(await (await server.asStranger("")).json()).toMatchObject(promise);
  const host = await server.connect("host");
  for (const name of ["host:identity", "host:settings"])
    expect(await host.raw(name, { identity: "named" })).toMatchObject({ ok: false });
  for (const method of ["PUT", "PATCH", "POST"])
    expect((await server.asHost("", { method, json: { settings: { identity: "named" } } })).status).toBe(404);
  expect(await (await server.asStranger("")).json()).toMatchObject(promise);
});

test("[Z2] [Z18] an anonymous class of three and its host see on no route who moved, and are told what is hidden", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const { code } = server.session;
  const [host, screen, ada, bob, cyd] = await server.seats("host", "screen", "student", "student", "student");
  await moveTo(host, "before");
  for (const student of [ada, bob, cyd]) await student.send("ballot:cast", ballot("for"));
  await moveTo(host, "after");
  await ada.send("ballot:cast", ballot("against", "after"));
  for (const student of [bob, cyd]) await student.send("ballot:cast", ballot("for", "after"));
  await moveTo(host, "results");
  const withheld = ["flow", "shares"];
  const { phone, results } = server.app.pageApi;
  const cookie = `seat-${code}=${(ada.socket.auth as { ticket: string }).ticket}`;
  const told = [
    await (await server.asHost("/results")).json(),
    (await results(new Headers({ cookie: server.cookie }), code)) as { value: { results: object } },
    await (await server.asStranger("/results")).json(),
    await (await server.asStranger("/results", { headers: { cookie } })).json(),
    (await results(new Headers({ cookie }), code)) as { value: { results: object } },
  ].map((each) => ("value" in each ? each.value.results : each));
  for (const each of told)
    expect(each).toMatchObject({ withheld, swing: null, paired: { n: 3, matrix: null } });
  for (const client of [host, screen, ada]) {
    await client.sync();
    expect(JSON.stringify([client.heard, client.answers])).not.toContain('"tally"');
  }
  expect(JSON.stringify(await phone(new Headers({ cookie }), code))).not.toContain('"tally"');
  // [Z5] Students see how they moved themselves.
  expect((await ada.sync()).you?.ballots).toMatchObject({
    before: { choice: "for" },
    after: { choice: "against" },
  });
});
