import { randomUUID } from "node:crypto";
import type { ClientEvents } from "#debate/protocol/events.ts";
import type { WordsRead } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { STEPS } from "#debate/rules/steps.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, rebuttal } from "#tests/support/lesson.ts";
import { partnerOf, say } from "#tests/support/pairs.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { textsFor, write } from "#tests/support/steelman.ts";

type Names = keyof ClientEvents & `host:${string}`;
/** One press of the host: what is sent, once what the class did before it is known. */
export type Press = { [Name in Names]: readonly [Name, () => Payload<Name> | Promise<Payload<Name>>] }[Names];
type Payload<Name extends Names> = Parameters<ClientEvents[Name]>[0];

/** Presses that read and change nothing. */
export const READING: readonly string[] = ["host:log", "host:pair-lines", "host:steelmen"] satisfies Names[];
/** A second press begins a new timer, new pairs or the script anew; the room shows those of the first by then. */
export const BEGINS_ANEW: readonly string[] = ["host:timer", "host:pairs"] satisfies Names[];

/** Every phase and every activity that takes part in one lesson. */
export const WHOLE = {
  questions: { readingVote: true },
  reveal: "staged",
  activities: {
    ...{ starters: {}, speaking: {}, pairs: { when: "after", by: "text" }, outlook: {}, steelman: {} },
    ...{ guess: {}, exitTicket: {}, laterVote: {} },
  },
} as const satisfies GivenSettings;

const STUDENTS = ["ada", "bob", "eve", "dan"] as const;
type Seats = Record<(typeof STUDENTS)[number] | "host", Client> & { zoe: string };

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
  const own = await OWN[phase](seats, server);
  return [everywhere, [undo], ...own.map((press) => [press])];
}

const choices = ({ ada, bob, eve, dan }: Seats) =>
  [
    [ada, "for"],
    [bob, "against"],
    [eve, "for"],
    [dan, "against"],
  ] as const;

async function vote(seats: Seats, round: "before" | "reading" | "after" | "later"): Promise<Press[]> {
  for (const [student, choice] of choices(seats))
    await sent(
      student.send("ballot:cast", {
        ...ballot(choice, round),
        ...(round === "before" && { reason: "Because." }),
      }),
    );
  return round === "later" ? [] : [["host:reveal", () => ({ on: true })]];
}

const sent = async (answer: Promise<object>) => {
  const answered = await answer;
  if (!("ok" in answered && answered.ok)) throw new Error(`refused: ${JSON.stringify(answered)}`);
};

/** What a phase has of its own. A new phase does not compile without its line. */
const OWN: { [phase in Phase]: (seats: Seats, server: TestServer) => Promise<Press[]> } = {
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
  before: (seats) => vote(seats, "before"),
  reading: async () => [["host:wall", () => ({ show: { paragraph: { side: "for", n: 1 } } })]],
  "reading-vote": (seats) => vote(seats, "reading"),
  rebuttal: async ({ ada, bob, eve }) => {
    const [first, second, third] = [rebuttal(), rebuttal(), rebuttal({ side: "against" })];
    await sent(ada.send("rebuttal:post", first));
    await sent(eve.send("rebuttal:post", second));
    await sent(bob.send("rebuttal:post", third));
    await sent(ada.send("speak:ask", { on: true, side: "for" }));
    return [
      ["host:wall", () => ({ show: { rebuttalId: first.id } })],
      ["host:moderate", () => ({ rebuttalIds: [third.id], action: "hide" })],
      ["host:merge", () => ({ rebuttalId: second.id, into: first.id })],
      ["host:speaker", () => ({ participantId: ada.participantId })],
    ];
  },
  pairs: async ({ host, ada, bob, eve, dan }) => {
    const line = randomUUID();
    await sent(host.send("host:pairs", { act: "make" }));
    const { partner, place, table } = await partnerOf(ada, [ada, bob, eve, dan]);
    await sent(say(ada, "Who told you so?", line));
    await sent(ada.send("pairs:missing", { place, on: true }));
    const [participantId, partnerId] = [ada.participantId, partner.participantId];
    return [
      ["host:pair-lines", () => ({ table })],
      ["host:pair-line", () => ({ lineId: line, action: "hide" })],
      ["host:pairs-missing", () => ({ participantId, partnerId, action: "stay" })],
      ["host:pairs", () => ({ act: "make" })],
      ["host:pairs", () => ({ act: "start" })],
    ];
  },
  after: (seats) => vote(seats, "after"),
  steelman: async ({ host, ada }) => {
    await sent(write(ada, "Islands were promised before, and nothing came of it."));
    const [text] = await textsFor(host);
    return [
      ["host:steelmen", () => ({})],
      ["host:steelman", () => ({ steelmanId: text?.id ?? "", action: "hide", words: text?.body })],
    ];
  },
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
  closed: async () => [
    ["host:later-vote", () => ({ planned: false })],
    ["host:later-vote", () => ({ planned: true })],
  ],
  later: (seats) => vote(seats, "later"),
  "later-closed": async () => [],
};
