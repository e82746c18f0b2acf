import type { SetTimer } from "#debate/protocol/messages.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Language } from "#debate/rules/languages.ts";
import type { EventKind } from "#debate/rules/log.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { OnWall, WallAppearance } from "#debate/rules/snapshot.ts";
import { isRebuttal, isWords, mayBeOnWall } from "#debate/rules/views.ts";
import { cachedWords, keepCache } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";
import { readOf } from "#server/store/sessions/rebuttal-editions.ts";
import type { SessionChange } from "#server/store/sessions/session-change.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Starts or stops the phase's timer. `closes`: whether the phase ends automatically then. [P8] One for another `phase` is too late. */
export async function setTimer(
  parts: Dependencies,
  sessionId: string,
  { seconds, closes = false, phase }: SetTimer,
): Promise<Result<{ endsAt: number | null }>> {
  const endsAt = seconds === null ? null : parts.clock() + seconds * 1000;
  const decide = (session: SessionRecord): Result<SessionChange> =>
    phase === undefined || phase === session.phase
      ? accept({ phaseEndsAt: endsAt, timerCloses: endsAt !== null && closes })
      : refuse("stale");
  const set = await control(parts, sessionId, decide, "timer", seconds === null ? "off" : `${seconds} s`);
  if (!set.ok) return set;
  parts.announce.timer(sessionId);
  return accept({ endsAt });
}

/**
 * [P10] A student needs more time: the host learns it, not who it is, and the timer no longer ends the phase. Once for each timer,
 * however many ask.
 */
export async function askForTime(
  parts: Dependencies,
  { sessionId }: Pick<Seat, "sessionId">,
): Promise<Result<void>> {
  const session = await parts.store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  const decide = ({ phaseEndsAt, moreTime }: SessionRecord): Result<SessionChange> => {
    if (phaseEndsAt === null) return refuse("wrong-phase");
    return moreTime === phaseEndsAt ? refuse("stale") : accept({ moreTime: phaseEndsAt, timerCloses: false });
  };
  // Refuses most repeated requests without a write; `control` refuses simultaneous ones.
  const known = decide(session);
  const asked = known.ok
    ? await control(parts, sessionId, decide, "more-time", undefined, "participant")
    : known;
  if (asked.ok) parts.announce.timer(sessionId);
  return !asked.ok && asked.code === "stale" ? accept(undefined) : asked;
}

/** Stops new people joining, or allows it again. */
export function lock(parts: Dependencies, sessionId: string, locked: boolean): Promise<Result<void>> {
  return control(parts, sessionId, { locked }, locked ? "locked" : "unlocked");
}

/** Shows host and screen the tallies so far, or hides them. [V9] In an anonymous session there is nothing to show. */
export async function reveal(
  parts: Dependencies,
  sessionId: string,
  revealed: boolean,
): Promise<Result<void>> {
  const session = await parts.store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  if (session.settings.identity === "anonymous") return refuse("forbidden");
  return control(parts, sessionId, { revealed }, revealed ? "revealed" : "covered");
}

/** [A5] Limits the results to the class and holders of their link, or opens them to anyone with the code. */
export function keepResults(
  parts: Dependencies,
  sessionId: string,
  resultsKept: boolean,
): Promise<Result<void>> {
  return control(parts, sessionId, { resultsKept }, resultsKept ? "results-kept" : "results-open");
}

/** [R13] Switches approval of new rebuttals on or off; earlier ones keep their status. */
export function approveFirst(
  parts: Dependencies,
  sessionId: string,
  on: boolean,
  actor: Actor,
): Promise<Result<void>> {
  const moderation = on ? "before" : "after";
  return control(parts, sessionId, { moderation }, on ? "approve-first" : "approve-after", undefined, actor);
}

/**
 * [V12] Puts something on the wall, [V13] blanks it, or with null shows the phase. A rebuttal must be published, and a
 * paragraph one of the debate; [V14] a picture of the results waits for its step. [V18] Words of a voter wait until the class
 * may read the results, and an assistant shows only what the host picked. [R21] `edition`: of the rebuttal's words that were read,
 * `editions`: of its replies'.
 */
export async function showOnWall(
  parts: Dependencies,
  sessionId: string,
  onWall: OnWall | null,
  actor: Actor,
  { edition, editions = [] }: { edition?: number | undefined; editions?: number[] | undefined } = {},
): Promise<Result<void>> {
  const change = {
    onWall,
    ...(isRebuttal(onWall) && {
      read: readOf([onWall.rebuttalId, ...(onWall.replies ?? [])], [edition, ...editions]),
    }),
  };
  if (onWall === null) {
    const unblank = (session: SessionRecord) => accept({ onWall: shownAgain(session, actor) });
    return control(parts, sessionId, unblank, "spotlight", "none", actor);
  }
  if (onWall === "blank") {
    const blank = ({ onWall: shown, underBlank }: SessionRecord) =>
      accept({ onWall, underBlank: shown === "blank" ? underBlank : (shown ?? undefined) });
    return control(parts, sessionId, blank, "blanked", undefined, actor);
  }
  if (isParagraph(onWall) && !(await hasParagraph(parts, sessionId, onWall))) return refuse("not-found");
  if (isPicture(onWall) && !(await hasPicture(parts, sessionId, onWall))) return refuse("not-found");
  if (onWall === "glossary" && !(await hasGlossary(parts, sessionId))) return refuse("not-found");
  const mayShow = isWords(onWall)
    ? await mayShowWords(parts, sessionId, onWall.reason, actor)
    : accept(undefined);
  if (!mayShow.ok) return mayShow;
  // [P8] A rebuttal may be put there earlier, and is shown once the class may read it.
  const decide = (session: SessionRecord) =>
    isRebuttal(onWall) || mayBeOnWall(onWall, session) ? accept(change) : refuse("wrong-phase");
  return control(parts, sessionId, decide, "spotlight", detailOf(onWall), actor);
}

/** [V50] What a blank wall showed, if the class may still see it. [V18] Only the host shows voters' words. */
function shownAgain(session: SessionRecord, actor: Actor): OnWall | null {
  const { underBlank = null } = session;
  if (underBlank === null || (isWords(underBlank) && actor !== "host")) return null;
  return mayBeOnWall(underBlank, session) ? underBlank : null;
}

/** [V27] Sets the wall's colors and language; without them its computer and browser decide. */
export function setWallAppearance(
  parts: Dependencies,
  sessionId: string,
  { theme, language }: { theme: NonNullable<WallAppearance["theme"]> | null; language: Language | null },
  actor: Actor,
): Promise<Result<void>> {
  const wallLook: WallAppearance = { ...(theme && { theme }), ...(language && { language }) };
  return control(parts, sessionId, { wallLook }, "wall-look", undefined, actor);
}

async function mayShowWords(
  parts: Dependencies,
  sessionId: string,
  reason: string,
  actor: Actor,
): Promise<Result<void>> {
  const { store } = parts;
  const session = await store.sessions.byId(sessionId);
  if (!session) return refuse("not-found");
  if (!mayBeOnWall({ reason }, session)) return refuse("wrong-phase");
  const isPicked = (await store.picks.ofSession(sessionId))?.includes(reason) ?? false;
  if (actor !== "host" && !isPicked) return refuse("forbidden");
  const { byId } = await cachedWords(parts, session);
  return byId.has(reason) ? accept(undefined) : refuse("not-found");
}

type Paragraph = Extract<OnWall, { paragraph: unknown }>;

type Picture = Extract<OnWall, { picture: Side }>;
const isPicture = (onWall: OnWall): onWall is Picture => typeof onWall === "object" && "picture" in onWall;

/** [D47] */
async function hasPicture(
  { store }: Dependencies,
  sessionId: string,
  { picture }: Picture,
): Promise<boolean> {
  const { positions } = await store.sessions.debateOf(sessionId);
  return positions.some((position) => position.side === picture && position.picture !== undefined);
}

function isParagraph(onWall: OnWall): onWall is Paragraph {
  return typeof onWall === "object" && "paragraph" in onWall;
}

async function hasParagraph(
  { store }: Dependencies,
  sessionId: string,
  { paragraph }: Paragraph,
): Promise<boolean> {
  const { positions } = await store.sessions.debateOf(sessionId);
  return positions.some(
    ({ side, paragraphs }) => side === paragraph.side && paragraphs.some(({ n }) => n === paragraph.n),
  );
}

async function hasGlossary({ store }: Dependencies, sessionId: string): Promise<boolean> {
  return ((await store.sessions.debateOf(sessionId)).kit?.glossary ?? []).length > 0;
}

/** The id of the rebuttal on the wall, or else the kind of thing shown: the log has no words of voters. */
function detailOf(onWall: Exclude<OnWall, "blank">): string {
  if (onWall === "thanks" || onWall === "glossary") return onWall;
  if ("rebuttalId" in onWall) return onWall.rebuttalId;
  if ("reason" in onWall) return "words of a voter";
  if ("picture" in onWall) return `picture ${onWall.picture}`;
  return "chart" in onWall
    ? `chart ${onWall.chart}`
    : `paragraph ${onWall.paragraph.side} ${onWall.paragraph.n}`;
}

async function control(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  change: SessionChange | ((session: SessionRecord) => Result<SessionChange>),
  kind: EventKind,
  detail?: string,
  actor: Actor | "participant" = "host",
): Promise<Result<void>> {
  const changed = await store.sessions.change(
    sessionId,
    typeof change === "function" ? change : () => accept(change),
    () => ({ at: clock(), actor, kind, ...(detail !== undefined && { detail }) }),
  );
  if (!changed.ok) return changed;
  keepCache(store, changed.value);
  announce.changed(sessionId, "now");
  return accept(undefined);
}
