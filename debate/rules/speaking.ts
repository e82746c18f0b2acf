import type { z } from "zod";
import type * as answers from "#debate/protocol/answers/phase-state.ts";
import type { Side } from "#debate/rules/choices.ts";
import { type Listener, type Person, personFor } from "#debate/rules/identity.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [P11] How many may wait to speak. */
export const SPEAKERS_WAITING = 60;

/** [P11] Whether students may ask to speak now. */
export function takesSpeakers({
  phase,
  settings,
}: {
  phase: Phase;
  settings: Pick<Settings, "activities">;
}): boolean {
  return settings.activities.speaking !== undefined && phase === "rebuttal";
}

/** [P14] Whether the host calls numbers: a name that is called aloud would tell whose pseudonym it is. */
export function callsNumbers(identity: Identity): boolean {
  return identity !== "named";
}

/** A request to speak as stored. `startedAt`: since when they speak, in milliseconds since the epoch. */
export type SpeechRequest = {
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
export type Speaker = z.infer<typeof answers.Speaker>;
export type Speaking = z.infer<typeof answers.Speaking>;

/** Phones get no queue [P15]. */
type Hearer = Extract<Listener, "host" | "assistant"> | "screen";

/** [P12] [P14] What host, assistant and projector see of those who speak. */
export function speakingFor(role: Hearer, { spoken, requests }: SpeakingRoom, identity: Identity): Speaking {
  const speakers = requests.map((request) => speakerFor(role, request, identity));
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

function speakerFor(role: Hearer, { id, person, side, number }: SpeechRequest, identity: Identity): Speaker {
  const numbered = callsNumbers(identity) ? number : undefined;
  if (role === "screen") {
    const { name } = numbered === undefined ? personFor("class", identity, person) : {};
    return { side, ...present({ name, number: numbered }) };
  }
  const { id: participantId = id, name, realName } = personFor(role, identity, person);
  return { participantId, side, ...present({ name, realName, number: numbered }) };
}
