import { z } from "zod";
import { ClassNames, SessionClass } from "#debate/protocol/answers/class-answers.ts";
import { Exported, TABLES } from "#debate/protocol/answers/export-tables.ts";
import { Results } from "#debate/protocol/answers/results-answer.ts";
import * as sessions from "#debate/protocol/answers/sessions.ts";
import { StudentCard } from "#debate/protocol/answers/student-card.ts";
import { Timeline } from "#debate/protocol/answers/timeline-answer.ts";
import { CastBallot, ShowStep } from "#debate/protocol/messages.ts";
import {
  ClassWord,
  CodeRequest,
  JoinRequest,
  OpenRequest,
  PassesRequest,
  RenameSeat,
  StudentFields,
} from "#debate/protocol/requests.ts";
import { OwnFile } from "#docs/contract/answers.ts";
import { type Answer, DONE, file, names, type Requests } from "#docs/contract/request.ts";

const form: Answer = { says: "A plain form: back to its page, with a refusal as `?refused=`." };
const format = {
  schema: z.enum(["csv", "json"]).default("json"),
  says: "The format of the answer.",
};
const scope = {
  schema: z.enum(["words", "seat"]),
  says: "`words` deletes what was written, `seat` everything about the seat.",
  required: true,
} as const;

/** Requests about one session, and opening one. */
export const SESSION_REQUESTS: Requests = {
  "POST /api/sessions": {
    does: "Opens a session of a debate, with `classId` for an own class, whose students get a code each; with `from`, the code of an own session, one with the same copy of the debate the same settings and the same class. Sent again with the same `id`, which the client made, it is answered with the session that it opened.",
    by: "instructor",
    body: OpenRequest,
    answers: {
      201: {
        says: "Open.",
        json: sessions.Opened,
      },
    },
    refuses: ["not-found", "duplicate", "forbidden"],
  },
  "GET /api/sessions/:code": {
    does: "What anyone with the code may know of a session.",
    by: "named",
    answers: { 200: { says: "The session.", json: sessions.SessionCard } },
  },
  "DELETE /api/sessions/:code": {
    does: "Deletes a session and everything about it.",
    by: "host",
    answers: { 204: DONE },
  },
  "GET /api/sessions/:code/debate/pictures/:side": {
    does: "The picture of a position, for those who may read the positions.",
    by: "named",
    answers: { 200: { says: "A PNG, JPEG or WebP file.", text: "image/png" } },
    refuses: ["not-found", "wrong-phase"],
    statuses: { "wrong-phase": 403 },
  },
  "GET /api/sessions/:code/debate": {
    does: "The session's debate: for the host, and for others once positions are readable, in the words of one version.",
    query: {
      version: {
        schema: z.string().optional(),
        says: "In whose words; empty for the original. The host gets with it what the class does.",
      },
    },
    by: "named",
    answers: {
      200: {
        says: "The debate.",
        json: sessions.Readable,
        headers: ["ETag"],
      },
    },
    refuses: ["wrong-phase"],
    statuses: { "wrong-phase": 403 },
  },
  "POST /api/sessions/:code/links/:link": {
    does: "Makes a link with a new key. The one before ends at once.",
    by: "host",
    answers: { 201: { says: "The link.", json: sessions.MadeLink } },
  },
  "DELETE /api/sessions/:code/links/:link": { does: "Ends a link.", by: "host", answers: { 204: DONE } },
  "POST /api/sessions/:code/passes": {
    does: "Makes more personal codes, and answers with all of them.",
    by: "host",
    body: PassesRequest,
    answers: { 201: { says: "All of them.", json: sessions.Passes } },
    refuses: ["closed"],
  },
  "GET /api/sessions/:code/passes": {
    does: "Lists the personal codes; in an anonymous session without `isUsed`.",
    by: "host",
    query: { format },
    answers: { 200: { says: "All of them.", json: sessions.Passes, text: "text/csv" } },
    refuses: ["malformed"],
  },
  "GET /api/sessions/:code/class": {
    does: "The class of a session, with each student's code and seat. Without a class there is none.",
    by: "host",
    answers: { 200: { says: "By name.", json: SessionClass } },
  },
  "POST /api/sessions/:code/class/students": {
    does: "Adds a late student to the class and the session, with a code. One with the number, or else the name, of a student of the class is that one.",
    by: "host",
    body: StudentFields,
    answers: { 201: { says: "The class.", json: SessionClass } },
    refuses: ["closed", "too-many"],
  },
  "PUT /api/sessions/:code/seats/:participantId/name": {
    does: "Corrects the name of a seat, or with pseudonyms its real one. Not in anonymous sessions.",
    by: "host",
    body: RenameSeat,
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "POST /api/sessions/:code/names": {
    does: "The names that students of a class choose theirs from, where `entry` is `open` and joining too. After 100 wrong words in ten minutes an address is refused.",
    by: "named",
    body: ClassWord,
    answers: { 200: { says: "By name.", json: ClassNames } },
    refuses: ["forbidden", "closed"],
  },
  "POST /api/sessions/:code/join": {
    does: "Takes a seat. A phone that has one keeps it. `pass` is needed where `entry` is `personal`, `name` where names are used; `claim` or `word` open a used code again in an anonymous session. In a session of a class, `pass`, or where `entry` is `open` `classWord` and `student`; names come from the list, and a taken one is refused. With `with=phone` the answer has what the phone's page starts from, too, unless that can't be read.",
    by: "named",
    query: {
      with: { schema: z.enum(["phone"]), says: "What else to answer with." },
      cookie: {
        schema: z.enum(["needed"]),
        says: "Refuse a browser that sends no cookie back, as for a plain form [J14].",
      },
      again: { schema: z.string(), says: "In the 307 alone." },
    },
    body: JoinRequest,
    takesForms: true,
    answers: {
      200: {
        says: "Seated already.",
        json: sessions.TakenSeat,
        headers: ["Set-Cookie"],
      },
      201: {
        says: "Seated.",
        json: sessions.TakenSeat,
        headers: ["Set-Cookie"],
      },
      303: { ...form, headers: ["Location"] },
      307: {
        says: "Needs a cookie: the same request again, with the one that is set.",
        headers: ["Location", "Set-Cookie"],
      },
    },
    refuses: ["forbidden", "closed", "duplicate", "no-cookie", "removed"],
  },
  "POST /api/sessions/:code/ballot": {
    does: "Votes, as `ballot:cast` does. The vote of a plain form gets a counter above the stored one.",
    by: "seated",
    body: CastBallot,
    takesForms: true,
    answers: {
      200: { says: "Counted.", json: sessions.Voted },
      303: { ...form, headers: ["Location"] },
    },
    refuses: ["forbidden", "wrong-phase", "closed", "removed"],
  },
  "GET /api/sessions/:code/phone": {
    does: "What a phone's page starts from.",
    by: "named",
    answers: { 200: { says: "The page; `seat` is null without a seat.", json: sessions.PhonePage } },
  },
  "GET /api/sessions/:code/mine": {
    does: "Downloads everything that is stored about the caller's seat.",
    by: "seated",
    answers: { 200: file(OwnFile, "A JSON file.") },
  },
  "GET /api/sessions/:code/card": {
    does: "The caller's card: their own votes, guess and rebuttals, and once the class may read the results what came of them, and once the host has released them marks.",
    by: "seated",
    answers: { 200: { says: "The card.", json: StudentCard } },
  },
  "DELETE /api/sessions/:code/mine": {
    does: "Deletes what the caller wrote, or the caller's seat.",
    by: "seated",
    query: { scope },
    answers: { 204: { says: "Deleted; with `seat` the cookie is taken back.", headers: ["Set-Cookie"] } },
    refuses: ["malformed"],
  },
  "DELETE /api/sessions/:code/participants/:id": {
    does: "Deletes what a participant wrote, or the seat. Not in anonymous sessions.",
    by: "host",
    query: { scope },
    answers: { 204: DONE },
    refuses: ["malformed"],
  },
  "DELETE /api/sessions/:code/rebuttals/:id": {
    does: "Deletes a rebuttal permanently.",
    by: "host",
    answers: { 204: DONE },
  },
  "GET /api/sessions/:code/results": {
    does: "The results: for the host at any time, for others from the phase `results` on, in a staged reveal from its step `open` on; in an anonymous session for no one before `results`. Where the host keeps them to the class, only with a seat or a key.",
    by: "named",
    query: {
      key: { schema: z.string(), says: "The key in a link." },
      as: {
        schema: z.enum(["class", "screen"]),
        says: "A host reads what the class may, or the projector.",
      },
    },
    headers: { "If-None-Match": "Tags of results that the caller has." },
    answers: {
      200: { says: "The results.", json: Results, headers: ["ETag"] },
      304: { says: "The caller has them already.", headers: ["ETag"] },
    },
    refuses: ["wrong-phase", "forbidden"],
    statuses: { "wrong-phase": 403 },
  },
  "GET /api/sessions/:code/timeline": {
    does: "What happened when, in at most 288 bins: for those who may read the results. Of an anonymous session without votes and endorsements.",
    by: "named",
    query: { key: { schema: z.string(), says: "The key in a link." } },
    headers: { "If-None-Match": "Tags of timelines that the caller has." },
    answers: {
      200: { says: "The timeline.", json: Timeline, headers: ["ETag"] },
      304: { says: "The caller has it already.", headers: ["ETag"] },
    },
    refuses: ["wrong-phase", "forbidden"],
    statuses: { "wrong-phase": 403 },
  },
  "POST /api/projectors": {
    does: "Asks for a code that a classroom's computer shows, and once the host of a session has confirmed it, for where its projector is. The cookie says who asks.",
    by: "anyone",
    answers: {
      200: {
        says: "The code, or, once, the path of the projector with its key.",
        json: sessions.Projector,
        headers: ["Set-Cookie"],
      },
      201: { says: "A new code.", json: sessions.WaitingProjector, headers: ["Set-Cookie"] },
    },
    refuses: ["too-many"],
  },
  "POST /api/sessions/:code/projectors": {
    does: "Confirms the code that a waiting projector shows, which then opens this session. Answered once it has come, within four seconds.",
    by: "host",
    body: CodeRequest,
    answers: { 204: { says: "The projector has come." } },
  },
  "POST /api/sessions/:code/step": {
    does: "Shows another step of a staged reveal, as `host:step` does: for the clicker of a projector that has the host's cookie.",
    by: "host",
    body: ShowStep,
    answers: { 200: { says: "Shown.", json: sessions.Stepped } },
    refuses: ["wrong-phase", "stale"],
  },
  "GET /api/sessions/:code/export": {
    does: "Downloads a table. `ballots`, `endorsements`, `exposures` and `picks` of an anonymous session from the phase `results` on, its `comprehension` after the phase `reading`; `guesses` from the step `flow` on. docs/data.md says what the columns mean.",
    by: "host",
    query: {
      table: { schema: z.enum(TABLES), says: "Which rows.", required: true },
      format,
      names,
    },
    answers: {
      200: { says: "The rows.", json: Exported, text: "text/csv", headers: ["Content-Disposition"] },
    },
    refuses: ["malformed", "wrong-phase"],
  },
};
