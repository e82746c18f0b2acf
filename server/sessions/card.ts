import { debateForClass } from "#debate/content/versions.ts";
import { cardContent } from "#debate/counting/card.ts";
import type { CardPage, StudentCard } from "#debate/protocol/pages.ts";
import { positionsReadable, roundsWith } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { isOwn, rebuttalFor } from "#debate/rules/rebuttal-view.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { notHeld } from "#debate/rules/views.ts";
import { createTurns } from "#server/platform/slices.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { ownMarks } from "#server/sessions/marks/marks.ts";
import { messageOf } from "#server/sessions/reveal-message.ts";
import { mine } from "#server/sessions/snapshot.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [L15] A class asks at once: one card in each turn of the event loop. */
const cardTurn = createTurns();

type Reading = Pick<Dependencies, "store" | "ids" | "clock">;

/**
 * [V21] A student's card: what they said and, once the results were opened, what came of it. A removed seat sees nothing of
 * the class, since it has no part in the results.
 */
export async function studentCard(
  parts: Reading,
  session: SessionRecord,
  participantId: string,
): Promise<Result<StudentCard>> {
  const page = await cardPage(parts, session, participantId);
  return page.ok ? accept(page.value.card) : page;
}

/** The card with how the class moved, as phones see it, and the positions. */
export async function cardPage(
  parts: Reading,
  session: SessionRecord,
  participantId: string | null,
): Promise<Result<CardPage>> {
  const { store } = parts;
  const { settings, code, phase } = session;
  const seat = participantId === null ? null : await store.participants.byId(participantId);
  // [G4] [J10] A deleted seat may be left as a number.
  if (seat?.sessionId !== session.id || seat.name === seat.id) return refuse("unauthorized");
  const you = await mine(parts, session, seat.id);
  if (!you) return refuse("unauthorized");
  const { removed, wordsDeleted } = seat;
  const isOpen = resultsOpened(session);
  const shown = isOpen && !removed ? (await cachedResults(parts, session)).shown : null;
  const written = await store.rebuttals.ofSession(session.id);
  const debate = await store.sessions.debateOf(session.id);
  const at = await lessonStart(parts, session);
  const marks = removed ? null : await ownMarks(parts, seat.id);
  const unheld = notHeld(await store.sessions.phoneRoom(session));
  await cardTurn();
  const self = { role: "student", participantId: seat.id } as const;
  const rebuttals = written
    .filter((rebuttal) => isOwn(self, rebuttal))
    .map((rebuttal) => rebuttalFor(self, { ...rebuttal, rank: 0, hostRank: 0 }, settings));
  return accept({
    card: {
      session: { code, resolution: debate.resolution, ...present({ lang: debate.lang }), at },
      ...{ name: you.name, removed, wordsDeleted, isOpen },
      ...cardContent(
        { ...you, rebuttals },
        roundsWith(settings, (round) => you.ballots[round] !== undefined),
        shown,
        unheld,
      ),
      ...present({ marks }),
    },
    ...(shown && { result: messageOf(shown, "open") }),
    debate: positionsReadable(phase) ? debateForClass(debate, settings.version) : null,
  });
}

/** When the first vote opened, as a session may be opened days before; until then, when it was opened. */
export async function lessonStart(
  { store }: Pick<Dependencies, "store">,
  { id, createdAt }: Pick<SessionRecord, "id" | "createdAt">,
): Promise<number> {
  return (await store.events.firstVoteAt(id)) ?? createdAt;
}
