import { ownOnCard } from "#debate/activities/index.ts";
import { CARD } from "#debate/activities/messages.ts";
import { cardOfActivities } from "#debate/activities/results.ts";
import { cardContent } from "#debate/counting/card.ts";
import { participationInSlices } from "#debate/counting/participation.ts";
import type { Participated, StudentWork } from "#debate/protocol/answers/student-work.ts";
import { openRound } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { isOwn, rebuttalFor } from "#debate/rules/rebuttal-view.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { ownOfActivities } from "#server/activities/index.ts";
import { divided, inSlices, ownTurn } from "#server/platform/slices.ts";
import { lessonStart } from "#server/sessions/card.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { mayMark } from "#server/sessions/marks/marks.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids" | "clock">;

/** Seats whose words in activities are read at once. */
const SEATS_AT_ONCE = 50;
/** What a card has of activities that depends on results, and so on votes. */
const COUNTED = cardOfActivities({}, {});
/** Words of activities, as a card names them. */
export const WRITTEN = Object.keys(CARD).filter((part) => !(part in COUNTED));

/** [Q23] What a student wrote and did, for the host: the student's card without votes, and what came of them. */
export async function studentWork(
  parts: Reading,
  session: SessionRecord,
  participantId: string,
): Promise<Result<StudentWork>> {
  const allowed = mayMark(session);
  if (!allowed.ok) return allowed;
  const { store } = parts;
  const { id, code, settings } = session;
  const seat = await store.participants.byId(participantId);
  if (seat?.sessionId !== id || seat.removed || seat.onPaper) return refuse("not-found");
  const self = { role: "student", participantId } as const;
  const written = await store.rebuttals.ofSession(id);
  const rebuttals = written
    .filter((rebuttal) => isOwn(self, rebuttal))
    .map((rebuttal) => rebuttalFor(self, { ...rebuttal, rank: 0, hostRank: 0 }, settings));
  const answered = new Map(written.map(({ id, body }) => [id, body]));
  const own = await ownOfActivities(parts, session, participantId);
  const { resolution, lang } = await store.sessions.debateOf(id);
  const at = await lessonStart(parts, session);
  const [participation] = (await participated(parts, session, [participantId])).values();
  if (!participation) return refuse("not-found");
  return accept({
    card: {
      session: { code, resolution, ...present({ lang }), at },
      ...{ name: seat.name, removed: false, wordsDeleted: seat.wordsDeleted, isOpen: resultsOpened(session) },
      ...cardContent({ ...own, ballots: {}, rebuttals }, [], null, [], answered),
      ...COUNTED,
    },
    participation,
  });
}

/** [Q23] What these seats did, whatever they voted: in which rounds they voted, how many rebuttals and replies they wrote. */
export async function participated(
  { store }: Reading,
  { id, phase }: SessionRecord,
  seats: readonly string[],
): Promise<Map<string, Participated>> {
  const voted = await store.ballots.voted(id);
  const rebuttals = await store.rebuttals.ofSession(id);
  const input = { seats, open: openRound(phase), voted, rebuttals, ballots: [], endorsements: [] };
  const counted = await inSlices(participationInSlices(input));
  return new Map(
    [...counted].map(([seat, { voted, rebuttals, replies }]) => [seat, { voted, rebuttals, replies }]),
  );
}

/** In which activities these seats wrote something. */
export async function wroteInActivities(
  parts: Reading,
  session: SessionRecord,
  seats: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const wrote = new Map<string, readonly string[]>();
  for (const part of divided(seats, SEATS_AT_ONCE)) {
    await ownTurn();
    const own = await Promise.all(part.map((seat) => ownOfActivities(parts, session, seat)));
    for (const [place, seat] of part.entries()) wrote.set(seat, Object.keys(ownOnCard(own[place] ?? {})));
  }
  return wrote;
}
