import { ACTIVITIES as NAMED } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import type { WordsRead } from "#debate/protocol/pages.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { CorePhase } from "#debate/rules/core-phases.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { Settings } from "#debate/rules/settings.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { PRESSED } from "#tests/activities/presses.ts";
import { rebuttal } from "#tests/support/lesson.ts";
import { type Press, type Seats, STUDENTS, sent, vote, type WhatIsPressed } from "#tests/support/presses.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const ACTIVITIES: readonly WhatIsPressed[] = PRESSED;

/** Presses that read and change nothing. */
export const READING: readonly string[] = ["host:log", ...ACTIVITIES.flatMap(({ reads = [] }) => reads)];
/** A second press begins a new timer, new pairs or the script anew; the room shows those of the first by then. */
export const BEGINS_ANEW: readonly string[] = [
  "host:timer",
  ...ACTIVITIES.flatMap(({ beginsAnew = [] }) => beginsAnew),
];

/** Every phase and every activity. */
export const WHOLE = Settings.parse({
  questions: { readingVote: true },
  reveal: "staged",
  activities: {
    ...Object.fromEntries(NAMED.map(({ name }) => [name, {}])),
    control: { resolution: "Tea is better than coffee." },
    ...merged(ACTIVITIES.map(({ settings = {} }) => settings)),
  },
} satisfies GivenSettings);

/** A class of four, who connect anew for each phase, and Zoe, who never does: her seat is taken away and given back. */
export async function seatClass(server: TestServer) {
  const tickets = await Promise.all(STUDENTS.map(async (name) => (await server.join(name)).ticket));
  const { participantId: zoe } = await server.join("Zoe");
  const seat = async (at: number) => server.connect("student", { ticket: tickets[at] ?? "" });
  return async (): Promise<Seats> => {
    const [ada, bob, eve, dan] = [await seat(0), await seat(1), await seat(2), await seat(3)];
    return { host: await server.connect("host"), ada, bob, eve, dan, zoe };
  };
}

/** What the class does in a phase before the host presses, and what the host presses there: several at once, then one by one. */
export async function pressesIn(
  server: TestServer,
  seats: Seats,
  [at, phase]: [number, Phase],
): Promise<Press[][]> {
  const { host, zoe } = seats;
  const isOdd = at % 2 === 1;
  const newest = async (kind: string) =>
    ((await host.sync()).log ?? []).find((entry) => entry.kind === kind && entry.canUndo)?.id ?? 1;
  const everywhere: Press[] = [
    ["host:lock", () => ({ locked: !isOdd })],
    ["host:approve-first", () => ({ on: !isOdd })],
    ["host:results", () => ({ kept: !isOdd })],
    ["host:wall", () => ({ show: "blank" })],
    ["host:wall-look", () => ({ theme: isOdd ? "light" : "dark", language: null })],
    ["host:timer", () => ({ seconds: 300 + at, phase })],
    ["host:remove", () => ({ participantIds: [zoe] })],
    ["host:log", () => ({ before: 1_000 })],
  ];
  const undo: Press = ["host:undo", async () => ({ entries: [await newest("removed")] })];
  const own: Press[] = [];
  for (const { presses } of [{ presses: OWN }, ...ACTIVITIES])
    own.push(...((await presses[phase]?.(seats, server)) ?? []));
  return [everywhere, [undo], ...own.map((press) => [press])];
}

/** What a phase of the core has of its own. */
const OWN: WhatIsPressed["presses"] & Record<CorePhase, unknown> = {
  lobby: async () => [
    [
      "host:dates",
      () => ({
        schedule: {
          zone: "UTC",
          dates: [{ phase: "before", at: new Date(Date.now() + 86_400_000).toISOString().slice(0, 16) }],
        },
      }),
    ],
  ],
  before: (seats) => voteAndReveal(seats, "before"),
  reading: async () => [["host:wall", () => ({ show: { paragraph: { side: "for", n: 1 } } })]],
  "reading-vote": (seats) => voteAndReveal(seats, "reading"),
  rebuttal: async ({ ada, bob, eve }) => {
    const [first, second, third] = [rebuttal(), rebuttal(), rebuttal({ side: "against" })];
    await sent(ada.send("rebuttal:post", first));
    await sent(eve.send("rebuttal:post", second));
    await sent(bob.send("rebuttal:post", third));
    return [
      ["host:wall", () => ({ show: { rebuttalId: first.id } })],
      ["host:moderate", () => ({ rebuttalIds: [third.id], action: "hide" })],
      ["host:merge", () => ({ rebuttalId: second.id, into: first.id })],
    ];
  },
  after: (seats) => voteAndReveal(seats, "after"),
  results: async ({ host }, server) => {
    const { words } = (await (await server.asHost("/words")).json()) as WordsRead;
    const reason = words[0]?.id ?? "";
    return [
      ...STEPS.slice(1).map(
        (step): Press => ["host:step", async () => ({ step, version: (await host.sync()).session.version })],
      ),
      ["host:wall", () => ({ show: { reason } })],
    ];
  },
  closed: async () => [],
};

async function voteAndReveal(seats: Seats, round: Round): Promise<Press[]> {
  await vote(seats, round);
  return [["host:reveal", () => ({ on: true })]];
}
