import { z } from "zod";
import type { ClientEvents, ServerEvents } from "#debate/protocol/events.ts";
import * as messages from "#debate/protocol/messages.ts";
import * as phaseMessages from "#debate/protocol/phase-messages.ts";
import { Refused } from "#docs/contract/answers.ts";
import { exactly, milliseconds } from "#docs/contract/parts.ts";
import { HostsSteelman, PairLine } from "#docs/contract/phase-state.ts";
import { RebuttalBatch } from "#docs/contract/rebuttal-state.ts";
import { PickedWords } from "#docs/contract/results.ts";
import { ResultMessage } from "#docs/contract/reveal.ts";
import {
  Decision,
  LogEntry,
  Mine,
  Roster,
  Schedule,
  Snapshot,
  Sync as Synced,
} from "#docs/contract/session-state.ts";

type Name = keyof ClientEvents;
type Accepted<Said extends Name> = Extract<Parameters<Parameters<ClientEvents[Said]>[1]>[0], { ok: true }>;
type Told = {
  [Sent in keyof Omit<ServerEvents, "removed" | "gone" | "working">]: Parameters<ServerEvents[Sent]>[0];
};

const ok = <Fields extends z.ZodRawShape>(fields: Fields) => z.object({ ok: z.literal(true), ...fields });
const nothing = ok({});
const waiting = { waits: z.literal(true).optional().describe("It waits for the host [R37].") };
const decided = ok(Decision.shape);

/** What each message of a client is acknowledged with where it is accepted. */
export const ACCEPTED = exactly<{ [Said in Name]: Accepted<Said> }>()(
  z.object({
    sync: ok(Synced.shape),
    "ballot:cast": ok({ seq: z.int().nonnegative() }),
    "rebuttal:post": ok({ id: z.uuid(), ...waiting }),
    "rebuttal:edit": ok(waiting),
    "rebuttal:withdraw": nothing,
    "rebuttal:endorse": nothing,
    "rebuttal:report": nothing,
    "rebuttal:seen": nothing,
    "guess:cast": nothing,
    "time:ask": nothing,
    "comprehension:answer": nothing,
    "exit:write": nothing,
    "speak:ask": nothing,
    "reading:done": nothing,
    "sentence:unclear": nothing,
    "pairs:join": nothing,
    "pairs:missing": nothing,
    "pairs:here": nothing,
    "pairs:say": ok({ id: z.uuid() }),
    "steelman:write": nothing,
    "steelman:ask": ok({ given: z.boolean() }),
    "steelman:rate": nothing,
    "host:step": ok({ version: z.int().nonnegative() }),
    "host:phase": ok({ version: z.int().nonnegative() }),
    "host:timer": ok({ endsAt: z.int().nullable().describe("Milliseconds since the epoch.") }),
    "host:moderate": decided,
    "host:merge": decided,
    "host:remove": decided,
    "host:undo": decided,
    "host:log": ok({ log: z.array(LogEntry) }),
    "host:lock": nothing,
    "host:reveal": nothing,
    "host:wall": nothing,
    "host:wall-look": nothing,
    "host:approve-first": nothing,
    "host:results": nothing,
    "host:dates": ok({ schedule: Schedule.nullable() }),
    "host:later-vote": nothing,
    "host:speaker": nothing,
    "host:pairs": nothing,
    "host:pairs-missing": nothing,
    "host:pair-lines": ok({ lines: z.array(PairLine) }),
    "host:pair-line": nothing,
    "host:steelman": nothing,
    "host:steelmen": ok({ steelmen: z.array(HostsSteelman), more: z.boolean() }),
  }),
).shape;

/** What a client may send: its payload, and what it does, with what a schema can't say. */
export const SAID: Record<Name, { payload: z.ZodType; does: string }> = {
  sync: {
    payload: messages.Sync,
    does: "Asks for the whole state. With `more` in the answer, send it as `after` for the next page of rebuttals, without `you`, `roster` and `log`.",
  },
  "ballot:cast": {
    payload: messages.CastBallot,
    does: "Votes. `seq` is the client's counter: one that is not above the stored one changes nothing. `credit` names a rebuttal or a paragraph, not both.",
  },
  "rebuttal:post": {
    payload: messages.PostRebuttal,
    does: "Posts a rebuttal. The client makes the id, so that a repetition is one rebuttal.",
  },
  "rebuttal:edit": {
    payload: messages.EditRebuttal,
    does: "Replaces the words of the sender's own rebuttal, with its quotation and source; without these it has none any more. Its endorsements and exposures go.",
  },
  "rebuttal:withdraw": {
    payload: messages.WithdrawRebuttal,
    does: "Deletes the sender's own rebuttal permanently, in any phase.",
  },
  "rebuttal:endorse": { payload: messages.EndorseRebuttal, does: "Endorses a rebuttal, or stops doing so." },
  "rebuttal:report": { payload: messages.ReportRebuttal, does: "Reports a rebuttal to the host." },
  "rebuttal:seen": { payload: messages.SeenRebuttals, does: "Says which rebuttals came into view." },
  "guess:cast": {
    payload: messages.CastGuess,
    does: "Guesses the share of last votes that are For, in whole percent, at the step `guess` only. The newest counts.",
  },
  "time:ask": {
    payload: messages.Nothing,
    does: "Says that someone needs more time than the timer gives; not who. The timer then no longer ends the phase. `wrong-phase` without a timer.",
  },
  "comprehension:answer": {
    payload: messages.AnswerQuestions,
    does: "Answers the questions on the positions, all at once and in the phase `reading` only, in a session with `comprehension`. The newest answers count.",
  },
  "pairs:join": {
    payload: messages.Nothing,
    does: "Asks for a place in pairs, in the phase `pairs` once the class was paired: for who came late or comes back. `mine` then holds it; who has one keeps it.",
  },
  "pairs:missing": {
    payload: phaseMessages.MissingPartner,
    does: "Says that the partner at that place can't be found: once since the class was paired, else `too-many` without `retryAfter`. It asks the partner (`missed`) and the host, and moves no one; `on: false` takes it back.",
  },
  "pairs:here": {
    payload: messages.Nothing,
    does: "A student whom a partner can't find is there, which ends the request. `not-found` if no one asks by now.",
  },
  "pairs:say": {
    payload: phaseMessages.SayToPartner,
    does: "Writes a line to one's partners, where the session's pairs talk in writing. The client makes the id, so that a repetition is one line. `to`: `group` and `since` of the table that it was written at; `stale` if one sits with others now, or someone has joined since.",
  },
  "steelman:write": {
    payload: phaseMessages.WriteSteelman,
    does: "Writes the best argument of the other side, in the phase `steelman` only. The newest counts, and drops what was said of the one before. `side` only where the newest vote is undecided, or there is none: the side that it argues for.",
  },
  "steelman:ask": {
    payload: messages.Nothing,
    does: "Asks for a text to rate, which `mine` then holds; `given` is false without any. `forbidden` for who is on no side.",
  },
  "steelman:rate": {
    payload: phaseMessages.RateSteelman,
    does: "Says of a text that this student was given whether it is fair. The newest answer counts. `words`: those that the student read; `stale` if they were changed since.",
  },
  "exit:write": {
    payload: messages.WriteExit,
    does: "Writes the student's exit ticket, all lines at once: what moved them, what they still doubt, who changed how they read it. In `results` and `closed` only, in a session with `exitTicket`. The newest counts; an empty or missing line is none.",
  },
  "speak:ask": {
    payload: messages.AskToSpeak,
    does: "Asks to speak for a side, which `on` needs, or takes that back, or ends one's own speech. In `rebuttal` only, in a session with `speaking`. `too-many` without `retryAfter` where 60 wait.",
  },
  "reading:done": {
    payload: messages.ReadBoth,
    does: "Says that the student has read both positions, or takes it back. In a session with `drawnSide`, while positions are readable and before `results`.",
  },
  "sentence:unclear": {
    payload: messages.UnclearSentence,
    does: "Says that the student does not understand a sentence, or does now; told to the host as a number, not who. When `reading:done` is allowed. `not-found` if there is no such sentence.",
  },
  "host:step": {
    payload: messages.ShowStep,
    does: "Shows another step of a staged reveal. `stale` if the session has moved or stepped since `version`.",
  },
  "host:phase": {
    payload: messages.MovePhase,
    does: "Moves the class to another phase. `stale` if the session has moved since `version`.",
  },
  "host:timer": {
    payload: messages.SetTimer,
    does: "Starts the timer, or stops it with null. `stale` if the session is not in `phase`.",
  },
  "host:moderate": {
    payload: messages.Moderate,
    does: "Decides about rebuttals (`rebuttalIds`), or hides all that some seats wrote (`participantIds`): one of the two. With `editions`, in the order of the ids, `stale` if words were changed since they were read.",
  },
  "host:merge": {
    payload: messages.MergeRebuttal,
    does: "Has another rebuttal of the same side (`into`) stand for this one, which the class no longer sees; null undoes it.",
  },
  "host:remove": {
    payload: messages.RemoveParticipants,
    does: "Removes seats.",
  },
  "host:undo": {
    payload: messages.Undo,
    does: "Undoes decisions of the log.",
  },
  "host:log": { payload: messages.ReadLog, does: "Reads the 200 lines of the log before that one." },
  "host:lock": { payload: messages.LockDoor, does: "Stops new people joining, or lets them join again." },
  "host:reveal": { payload: messages.Reveal, does: "Shows the tallies so far on host and screen." },
  "host:wall": {
    payload: messages.ShowOnWall,
    does: "Puts a rebuttal, a paragraph, words of a voter (`reason` is their id), a chart of the results (from its step on), the glossary or thanks on the projector, blanks it, or shows the phase. With `edition` of a rebuttal and `editions` of its replies, `stale` if words were changed since they were read.",
  },
  "host:wall-look": {
    payload: messages.LookOfWall,
    does: "Sets the colors and the language of the projector; null has its own computer and browser decide.",
  },
  "host:approve-first": {
    payload: messages.ApproveFirst,
    does: "Has new rebuttals wait for approval, or not.",
  },
  "host:results": {
    payload: messages.KeepResults,
    does: "Limits the results to the class and holders of a link, or opens them.",
  },
  "host:dates": {
    payload: phaseMessages.SetDates,
    does: "Replaces the set dates, at which the class moves by itself; null for none. `at` is what clocks of `zone` show. Refused as `malformed` with the date and what is wrong with it: `zone`, `none`, `gap`, `past`, `far`, `order`, `phase`, `early` or `late`.",
  },
  "host:later-vote": {
    payload: phaseMessages.PlanLaterVote,
    does: "Plans a later vote, a day to a year after the session is closed, or drops it as long as it has not opened.",
  },
  "host:pairs": {
    payload: phaseMessages.SteerPairs,
    does: "Pairs everyone who is connected anew (`make`), begins the script with the phase's timer (`start`), or ends it (`stop`).",
  },
  "host:pairs-missing": {
    payload: phaseMessages.DecideMissing,
    does: "Answers who can't find a partner (`participantId`, `partnerId`): `replace` finds another one, `stay` says that they are there. `not-found` if the request is over, `stale` if it is about someone else by now.",
  },
  "host:pair-lines": {
    payload: phaseMessages.ReadPairLines,
    does: "Reads what is written at a table; none where no one sits there.",
  },
  "host:pair-line": {
    payload: phaseMessages.ModeratePairLine,
    does: "Hides a line between partners, or shows it, also one that waits.",
  },
  "host:steelman": {
    payload: phaseMessages.ModerateSteelman,
    does: "Hides a best argument of the other side, or shows it, also one that waits for approval.",
  },
  "host:steelmen": {
    payload: phaseMessages.ReadSteelmen,
    does: "Reads 50 of them, the newest first; with `more`, send the last one as `after` for the next. `scores` for the host alone.",
  },
  "host:speaker": {
    payload: messages.CallSpeaker,
    does: "Calls someone who asked to speak, by the `participantId` in the snapshot, which ends the speech before; null ends it alone.",
  },
};

const nobody = z.object({});
/** What the server sends. */
const TOLD = {
  ...exactly<Told>()(
    z.object({
      synced: z.union([ok(Synced.shape), ok({ unchanged: z.literal(true), now: milliseconds }), Refused]),
      session: Snapshot,
      result: ResultMessage,
      picked: z.array(PickedWords),
      rebuttals: RebuttalBatch,
      mine: Mine,
      roster: Roster,
      log: z.array(LogEntry),
      storage: z.object({ working: z.boolean() }),
      writing: z.object({ count: z.int().nonnegative() }),
    }),
  ).shape,
  working: nobody,
  removed: nobody,
  gone: nobody,
} satisfies Record<keyof ServerEvents, z.ZodType>;

/** What the server sends, to whom, and when. */
export const HEARD: Record<keyof ServerEvents, { payload: z.ZodType; to: string }> = {
  synced: {
    payload: TOLD.synced,
    to: "A client whose handshake has a `version`, once, right after it has connected: the answer to a `sync` that it need not send, or `unchanged` if nothing has changed since that version. Counts as a `sync`.",
  },
  session: { payload: TOLD.session, to: "Everyone in the session. The highest version counts." },
  result: {
    payload: TOLD.result,
    to: "Everyone in the session, at each step of the reveal and when what it shows changes; at most 2 KB. Only host, assistant and screen get `steps`.",
  },
  picked: {
    payload: TOLD.picked,
    to: "Everyone but screens, once the class may read the results, whenever it changes: all words of voters that the host picked.",
  },
  rebuttals: {
    payload: TOLD.rebuttals,
    to: "Everyone from the phase `rebuttal` on; host and assistant always; a screen only what is on the projector. With `more`, `sync` returns the rest.",
  },
  mine: {
    payload: TOLD.mine,
    to: "A student's other devices; all of them where it was not the student's own message.",
  },
  roster: {
    payload: TOLD.roster,
    to: "Host, and assistant without `realName` and `voted`. Without seats in an anonymous session.",
  },
  log: { payload: TOLD.log, to: "Host and assistant, when there is a new line; the newest first." },
  removed: { payload: TOLD.removed, to: "A student whose seat was removed." },
  gone: { payload: TOLD.gone, to: "Everyone, when the session is deleted." },
  storage: { payload: TOLD.storage, to: "Everyone, on each change; whether anything can be stored." },
  writing: {
    payload: TOLD.writing,
    to: "The host, at most once a second when it changes: how many have sent words of their vote in the last five seconds.",
  },
  working: {
    payload: TOLD.working,
    to: "Host and assistant, a second after a message with `{by}` whose answer takes longer: it is being carried out, and its answer follows.",
  },
};
