import { merged } from "#debate/activities/merged.ts";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";
import type { WordsRead } from "#debate/protocol/pages.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import type { Audience } from "#debate/rules/promise-terms.ts";
import type { Entry, Identity } from "#debate/rules/session-options.ts";
import { PROMISED } from "#tests/activities/promise.ts";
import type { Moment, PromisedClass, WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { storeClass } from "#tests/support/classes.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { COMMENT, markingOf } from "#tests/support/marks.ts";
import { pick } from "#tests/support/picks.ts";
import type { Secrets } from "#tests/support/promise-looks.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { keyIn, type Seat } from "#tests/support/requests.ts";
import { showStep } from "#tests/support/reveal.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { CLAIM, join, makePasses, NOTE, REAL_NAME, REASON, WHY } from "./promise-tables.ts";

const ACTIVITIES: readonly WhatIsPromised[] = PROMISED;
/** Long enough to count as a credit. */
const HIS_WORTH = "It named the people who live there, whom I had not thought of.";
const NAMES = [REAL_NAME, "Bob Babbage"];
const HER_REBUTTAL = "Borders are drawn by those who walk them.";
/** Of Ada, Bob and the others. */
const BEFORE: Choice[] = [
  "for",
  "against",
  ...Array<Choice>(14).fill("for"),
  ...Array<Choice>(10).fill("against"),
  ...Array<Choice>(4).fill("undecided"),
];
/** How many change sides with Ada, and are moved by the same rebuttal, by the size of the smallest group. */
const MOVERS = { "a group of one": [0], "groups of four": [0, 2, 3, 4] } as const;
export type Smallest = keyof typeof MOVERS;
const tally = { for: 15, against: 11, undecided: 4 };

function afterOf(movers: readonly number[]): Choice[] {
  return BEFORE.map((choice, n) =>
    movers.includes(n) ? "against" : choice === "undecided" ? "for" : choice,
  );
}

const matrixOf = ({ length }: readonly number[]) => [
  [tally.for - length, length, 0],
  [0, tally.against, 0],
  [tally.undecided, 0, 0],
];

/** The settings of a session with everything that someone could learn something from. */
export function settingsOf(identity: Identity, entry: Entry): GivenSettings {
  const activities = merged(ACTIVITIES.map(({ settings }) => settings?.(identity) ?? {}));
  return { identity, entry, reveal: "staged", activities };
}

/** Who is there, as far as the test listens: `second` is Ada's other device, `partner` sits with her in a pair. */
export type Present = {
  host: Client;
  screen: Client;
  assistant: Client;
  ada: Client;
  second: Client;
  cleo: Client;
};
export type Ends = { stage: Stage; present: Present; partner: Client | undefined };
export type Stage = "early" | "late";

/**
 * A class of thirty in which Ada votes, writes, endorses, reports and does what activities have, and Cleo, who only looks. `ask` is
 * called twice: in the last vote, and once the session is closed; `leave` when a stage is over, or someone leaves.
 */
export async function playLesson(
  server: TestServer,
  settings: GivenSettings,
  smallest: Smallest,
  {
    ask,
    leave,
    isOfClass = false,
  }: {
    isOfClass?: boolean;
    ask: (ends: Ends) => Promise<void>;
    leave: (audience: Audience, client: Client, stage: Stage) => void;
  },
): Promise<Secrets> {
  const movers: readonly number[] = MOVERS[smallest];
  const after = afterOf(movers);
  const [host, screen] = await server.seats("host", "screen");
  const made = await (await server.asHost("/links/assistant", { json: {} })).json();
  const assistant = await server.connect("host", { key: keyIn(made.url) }, { cookie: undefined });
  await server.asHost("/note", { method: "PUT", json: { text: NOTE } });
  const names = [...BEFORE.keys()].map((n) => NAMES[n] ?? `Student ${n}`);
  const listed = isOfClass ? await makeClass(server, [...names, "Cleo"]) : [];
  const passes = isOfClass
    ? listed.map(({ code }) => code)
    : settings.entry === "personal"
      ? await makePasses(server, BEFORE.length + 1)
      : [];
  const seats: Seat[] = [];
  for (const [n, name] of names.entries()) seats.push(await join(server, name, passes[n]));
  const cleos = await join(server, "Cleo", passes.at(-1));
  const enter = ({ ticket }: Seat) => server.connect("student", { ticket });
  const students = await Promise.all(seats.map(enter));
  const [ada, bob, ...others] = students as [Client, Client, ...Client[]];
  const present: Present = {
    host,
    screen,
    assistant,
    ada,
    second: await enter(seats[0] as Seat),
    cleo: await enter(cleos),
  };
  const room: PromisedClass = { host, students, settings, withoutCleo };
  const playAt = async (at: Moment) => {
    for (const { does } of ACTIVITIES) await does?.[at]?.(room);
  };
  const camp = (choice: Choice) => others.filter((_, n) => BEFORE[n + 2] === choice);
  const [camps, against] = [camp("for"), camp("against")];
  const hers = rebuttal({ body: HER_REBUTTAL });
  const his = rebuttal({ side: "against" });

  await moveTo(host, "before", settings);
  for (const [n, student] of students.entries())
    await student.send("ballot:cast", {
      ...voteOf(BEFORE, n, "before"),
      reason: n === 0 ? REASON : `Reason ${n}.`,
    });
  await moveTo(host, "reading", settings);
  await playAt("reading");
  await moveTo(host, "rebuttal", settings);
  await playAt("rebuttal");
  await ada.send("rebuttal:post", hers);
  await present.cleo.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === hers.id));
  // By all endorsements hers is always the first, across camps his is.
  await Promise.all(
    [...camps, ...against].map((student) => student.send("rebuttal:seen", { ids: [hers.id] })),
  );
  await Promise.all([...camps, ...against.slice(0, 1)].map((student) => endorse(student, hers.id)));
  await bob.send("rebuttal:post", his);
  await ada.send("rebuttal:report", { rebuttalId: his.id, reason: "Rude." });
  const persuaded = [ada, ...camps.slice(0, 5), ...against.slice(0, 6)];
  await Promise.all(persuaded.map((student) => student.send("rebuttal:seen", { ids: [his.id] })));
  await Promise.all(persuaded.map((student) => endorse(student, his.id)));
  await present.cleo.hearsRebuttals(({ changed, counts = [] }) =>
    [...changed.map(({ id, endorsements }) => [id, endorsements] as const), ...counts].some(
      ([id, count]) => his.id.startsWith(id) && count === 12,
    ),
  );
  const putOnWall = async () => {
    for (const shown of [hers, his]) {
      await host.send("host:wall", { show: { rebuttalId: shown.id } });
      await screen.hearsRebuttals(({ changed }) => changed.some(({ id }) => id === shown.id));
    }
  };
  await putOnWall();
  let partner: Client | undefined;
  for (const { talks } of ACTIVITIES) partner ??= await talks?.(room);
  await moveTo(host, "after", settings);
  for (const [n, student] of students.entries())
    await student.send("ballot:cast", {
      ...voteOf(after, n, "after"),
      ...(movers.includes(n) && {
        credit: { rebuttalId: his.id, without: "for", why: n === 0 ? WHY : `${n}: ${HIS_WORTH}` },
      }),
      ...(BEFORE[n] === "undecided" && {
        credit: { paragraph: { side: "for", n: 1 }, without: "undecided", why: `It moved student ${n}.` },
      }),
    });
  await present.second.hearsMine(({ ballots }) => ballots.after !== undefined);
  // [Q24] Refused in an anonymous session.
  const marking = markingOf(server, server.session.code);
  await marking.save({ marks: [{ participantId: `${ada.participantId}`, levels: {}, comment: COMMENT }] });
  await ask({ stage: "early", present, partner });

  await moveTo(host, "results", settings);
  await playAt("covered");
  await showStep(host, "open");
  screen.heard.length = 0;
  await putOnWall();
  await playAt("open");
  const { words }: WordsRead = await (await server.asHost("/words")).json();
  const picked = words.find(({ text }) => text === WHY);
  await pick(server, picked?.id);
  await moveTo(host, "closed", settings);
  await host.send("host:wall", { show: { reason: picked?.id ?? "none" } });
  await screen.sees(({ wallWords }) => wallWords !== undefined);
  await marking.save({ released: true });
  await ask({ stage: "late", present, partner });

  const stored = await server.database.reader.participant.findUniqueOrThrow({
    where: { id: ada.participantId },
  });
  return {
    ...{ id: stored.id, name: stored.name, realName: stored.realName, claim: CLAIM, code: passes[0] },
    partner: partner?.participantId,
    student: listed[0] && { id: listed[0].id, number: `${listed[0].number}` },
    ...{
      hers: hers.id,
      herRebuttal: HER_REBUTTAL,
      his: his.id,
      words: REASON,
      pickedWords: WHY,
      note: NOTE,
      comment: COMMENT,
    },
    ...{ tally, matrix: matrixOf(movers) },
  };

  async function withoutCleo<Done>(does: () => Promise<Done>): Promise<Done> {
    leave("class", present.cleo, "early");
    present.cleo.close();
    await host.hearsRoster(({ connected }) => connected === BEFORE.length);
    const done = await does();
    present.cleo = await enter(cleos);
    return done;
  }
}

/** Makes the session one of a class: its students, in the order of these names. */
async function makeClass(server: TestServer, names: readonly string[]): Promise<SessionClass["students"]> {
  const students = names.map((name, n) => ({ name, number: `S-${1815 + n}` }));
  const classId = await storeClass(server.database, students);
  await server.database.write((to) => to.session.updateMany({ data: { classId } }));
  const { students: listed }: SessionClass = await (await server.asHost("/class")).json();
  return names.map((name) => listed.find((student) => student.name === name) ?? fail(name));
}

function fail(name: string): never {
  throw new Error(`${name} is not listed`);
}

const voteOf = (choices: readonly Choice[], n: number, round: Round) =>
  ballot(choices[n] ?? "undecided", round);
