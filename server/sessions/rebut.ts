import { quotes } from "#debate/content/versions.ts";
import type { PostRebuttal } from "#debate/protocol/messages.ts";
import { personFor } from "#debate/rules/identity.ts";
import { firstStatus } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import { offersStarters } from "#debate/rules/starters.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { hasListedWord } from "#server/sessions/listed-words.ts";

/** Stores a rebuttal once. It waits for approval if the session's moderation requires that. */
export async function rebut(
  { store, clock, announce }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { id, side, body, quote, replyTo, source, kind, starter }: PostRebuttal,
): Promise<Result<{ id: string }>> {
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  // [B5] [X12]
  if (kind && session.settings.starters === "off") return refuse("malformed", "kind: not asked here");
  if (starter) {
    const drawn = (await store.participants.byId(participantId))?.starters ?? null;
    if (!offersStarters(session.settings, drawn)) return refuse("malformed", "starter: not offered");
  }
  if (session.phase === "rebuttal" && (await store.rebuttals.isFull({ sessionId, participantId }, id)))
    return refuse("too-many");
  if (quote) {
    const isIn = quotes(await store.sessions.debateOf(sessionId), quote);
    if (isIn === null) return refuse("not-found", "quote");
    if (!isIn) return refuse("malformed", "quote.exact: not in that paragraph");
  }
  const posted = await store.rebuttals.post(
    {
      id,
      sessionId,
      participantId,
      side,
      body,
      at: clock(),
      quote,
      replyTo,
      source,
      kind,
      starter,
    },
    (settings, author) => {
      // [W7] Everything of it that the class would read.
      const { name = "" } = personFor("class", settings.identity, {
        id: participantId,
        name: author,
        realName: null,
      });
      const read = [body, source ?? "", name];
      return firstStatus(settings, () => read.some((text) => hasListedWord(text, settings.filterWords)));
    },
  );
  if (!posted.ok) return posted;
  if (posted.value.isNew) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return accept({ id });
}

/** [L5] How often a seat may change endorsements, and report: more than anyone can read. */
const ENDORSING = { max: 600, window: 60 };
const REPORTING = { max: 10, window: 60 };

export async function endorse(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { rebuttalId, on }: { rebuttalId: string; on: boolean },
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("endorse", participantId, ENDORSING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const endorsed = await store.rebuttals.endorse({ sessionId, participantId }, rebuttalId, on, clock());
  if (endorsed.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return endorsed;
}

export async function report(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId }: Seat,
  { rebuttalId, reason }: { rebuttalId: string; reason: string },
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("report", participantId, REPORTING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const reported = await store.rebuttals.report({ sessionId, participantId }, rebuttalId, reason, clock());
  if (reported.ok) {
    announce.changed(sessionId);
    announce.mine(participantId);
  }
  return reported;
}

/** Remembers which rebuttals a student was shown; the ranking by camp needs it. */
export async function seen(
  { store }: Dependencies,
  { sessionId, participantId }: Seat,
  ids: string[],
): Promise<Result<void>> {
  return store.rebuttals.seen({ sessionId, participantId }, ids);
}
