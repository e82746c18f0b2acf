import { isOffered } from "#debate/activities/open.ts";
import { quotes } from "#debate/content/versions.ts";
import type { EditRebuttal, PostRebuttal } from "#debate/protocol/messages.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { firstStatus } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { isRebuttalHeldBack } from "#server/sessions/listed-words.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** Stores a rebuttal once. It waits for approval if the session's moderation requires that. */
export async function rebut(
  { store, clock, announce }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { id, side, body, quote, replyTo, source, starter }: PostRebuttal,
): Promise<Result<{ id: string; waits?: true }>> {
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  // [B5] [X12]
  if (starter && !isOffered(starter, session.settings)) return refuse("malformed", "starter: not offered");
  if (session.phase === "rebuttal" && (await store.rebuttals.isFull({ sessionId, participantId }, id)))
    return refuse("too-many");
  const quoted = await checkQuote(store, sessionId, quote);
  if (!quoted.ok) return quoted;
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
      starter,
    },
    statusFor(participantId, { body, source }),
  );
  if (!posted.ok) return posted;
  if (posted.value.isNew) {
    announce.argued(sessionId);
    announce.mine(participantId, socketId);
  }
  return accept({ id, ...toldOf(posted.value) });
}

/** How often a seat may change its rebuttals. */
const EDITING = { max: 30, window: 60 };

/** [R21] Edits an author's own rebuttal. It waits for approval as a new one would. */
export async function edit(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { rebuttalId, body, quote, source }: EditRebuttal,
): Promise<Result<{ waits?: true }>> {
  const { retryAfter } = await limits.consume("edit", participantId, EDITING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const quoted = await checkQuote(store, sessionId, quote);
  if (!quoted.ok) return quoted;
  const edited = await store.rebuttals.edit(
    { sessionId, participantId, id: rebuttalId, body, quote, source, at: clock() },
    statusFor(participantId, { body, source }),
  );
  if (!edited.ok) return edited;
  if (edited.value.isNew) {
    // At once, as the old words may be on the wall.
    announce.changed(sessionId, "now");
    announce.mine(participantId, socketId);
    for (const endorser of edited.value.seats) announce.mine(endorser);
  }
  return accept(toldOf(edited.value));
}

/** [R37] Its author learns it at once. */
function toldOf({ waits }: { waits: boolean }): { waits?: true } {
  return waits ? { waits } : {};
}

/** [R3] A quotation must be in the paragraph that it names. */
async function checkQuote(
  store: Dependencies["store"],
  sessionId: string,
  quote: PostRebuttal["quote"],
): Promise<Result<void>> {
  const isIn = quote ? quotes(await store.sessions.debateOf(sessionId), quote) : true;
  if (isIn === null) return refuse("not-found", "quote");
  return isIn ? accept(undefined) : refuse("malformed", "quote.exact: not in that paragraph");
}

function statusFor(participantId: string, { body, source }: Pick<PostRebuttal, "body" | "source">) {
  return (settings: Settings, author: string): RebuttalStatus =>
    firstStatus(settings, () => isRebuttalHeldBack(settings, { participantId, author, body, source }));
}

/** [L5] How often a seat may change endorsements, and report: more than anyone can read. */
const ENDORSING = { max: 600, window: 60 };
const REPORTING = { max: 10, window: 60 };

export async function endorse(
  { store, clock, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { rebuttalId, on, edition }: { rebuttalId: string; on: boolean; edition?: number | undefined },
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("endorse", participantId, ENDORSING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const endorsed = await store.rebuttals.endorse(
    { sessionId, participantId },
    { rebuttalId, on, edition, at: clock() },
  );
  if (endorsed.ok) {
    announce.argued(sessionId);
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
    announce.argued(sessionId);
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
