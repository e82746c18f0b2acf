import type { z } from "zod";
import type { Activity, RoomFacts } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/speaking/messages.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Person } from "#debate/rules/person.ts";
import { present } from "#debate/rules/present.ts";
import type { LiveRole } from "#debate/rules/roles.ts";
import type { Identity } from "#debate/rules/session-options.ts";

/** [P11] How many may wait to speak. */
export const SPEAKERS_WAITING = 60;

/** [P14] Whether the host calls numbers: a name that is called aloud would tell whose pseudonym it is. */
export function callsNumbers(identity: Identity): boolean {
  return identity !== "named";
}

/** A request to speak as stored. `startedAt`: since when they speak, in milliseconds since the epoch. */
type SpeechRequest = {
  id: string;
  person: Person;
  side: Side;
  number: number;
  startedAt: number | null;
};
/** [P12] Who speaks or asked to, in that order, and for how many milliseconds each side has spoken before. */
export type SpeakingRoom = { spoken: Record<Side, number>; requests: readonly SpeechRequest[] };

/**
 * Someone who asked to speak. `participantId`: of the seat, in an anonymous session a stand-in that is new with each request.
 * `number`: what the host calls, except in named sessions.
 */
export type Speaker = z.infer<typeof messages.Speaker>;
export type Speaking = z.infer<typeof messages.Speaking>;

/** Phones get no queue [P15]. */
type Hearer = Exclude<LiveRole, "student">;
type Facts = Pick<RoomFacts, "identity" | "personFor">;

/** [P12] [P14] What host, assistant and projector see of those who speak. */
function speakingFor(role: Hearer, { spoken, requests }: SpeakingRoom, facts: Facts): Speaking {
  const speakers = requests.map((request) => speakerFor(role, request, facts));
  const since = requests[0]?.startedAt ?? null;
  const [first] = speakers;
  const others = since === null ? speakers : speakers.slice(1);
  const countOf = (side: Side) => others.filter((each) => each.side === side).length;
  return {
    spoken,
    waiting: { for: countOf("for"), against: countOf("against") },
    ...(first && since !== null && { now: { ...first, since } }),
    ...(role !== "screen" && { speakers: others }),
  };
}

function speakerFor(
  role: Hearer,
  { id, person, side, number }: SpeechRequest,
  { identity, personFor }: Facts,
): Speaker {
  const numbered = callsNumbers(identity) ? number : undefined;
  if (role === "screen") {
    const { name } = numbered === undefined ? personFor("class", identity, person) : {};
    return { side, ...present({ name, number: numbered }) };
  }
  const { id: participantId = id, name, realName } = personFor(role, identity, person);
  return { participantId, side, ...present({ name, realName, number: numbered }) };
}

/** [P11] Students ask on their phones to speak, and host and assistant call them. */
export const speaking = {
  name: "speaking",
  presets: ["seminar"],
  needsPhase: "rebuttal",
  open: { in: "rebuttal" },
  sends: {
    "speak:ask": { from: ["student"] },
    "host:speaker": { from: ["host", "assistant"] },
  },
  log: { speaker: { about: "seat" }, "speaker-done": {} },
  view: (role, { speaking, ...facts }: { speaking?: SpeakingRoom } & Facts) =>
    role === "student" || !speaking ? {} : { speaking: speakingFor(role, speaking, facts) },
  inOwnTime: ({ speaking }: { speaking?: Speaking }, offset) =>
    speaking?.now
      ? { speaking: { ...speaking, now: { ...speaking.now, since: speaking.now.since - offset } } }
      : {},
} as const satisfies Activity;
