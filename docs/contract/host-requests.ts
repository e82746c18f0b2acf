import { z } from "zod";
import { choice, count, id, round } from "#debate/protocol/answers/parts.ts";
import type { ParticipationRecord } from "#debate/protocol/pages.ts";
import { PaperRequest, SaveNote } from "#debate/protocol/requests.ts";
import type { KeptSlip } from "#debate/rules/paper.ts";
import { exactly } from "#docs/contract/exactly.ts";
import { DONE, names, type Requests } from "#docs/contract/request.ts";

const voted = z
  .boolean()
  .nullable()
  .describe("Null if they did not vote in it, and still can or no one did.");

const Participation = exactly<ParticipationRecord>()(
  z.object({
    asOf: z.iso.datetime(),
    rounds: z.array(round),
    open: round.nullable().describe("The round in which a vote is open."),
    rows: z.array(
      z.object({
        participantId: id.describe("With `names=no` drawn for this answer."),
        name: z.string().optional().describe("As the class sees it; not with `names=no`."),
        realName: z.string().optional().describe("As typed; only with pseudonyms, and not with `names=no`."),
        removed: z.boolean(),
        voted: z.object({ before: voted, reading: voted, after: voted, later: voted.optional() }),
        rebuttals: count.describe("Published ones, replies included."),
        replies: count,
        pending: count,
        hidden: count,
        endorsementsGiven: count,
        endorsementsReceived: count,
        credits: count,
        deletedWords: z.boolean(),
      }),
    ),
    deletedSeats: count.describe("How many seats were deleted, and so have no row."),
  }),
);
const note = z.object({ text: z.string(), etag: z.string(), by: z.string().describe("The host’s id.") });

const slips = z.object({
  slips: z.array(
    exactly<KeptSlip>()(
      z.object({
        id,
        number: count,
        before: choice.optional(),
        reading: choice.optional(),
        after: choice.optional(),
      }),
    ),
  ),
});

/** Requests about what only a host has of a session. */
export const HOST_REQUESTS: Requests = {
  "GET /api/sessions/:code/participation": {
    does: "Who took part, and how: a row a seat. Not in anonymous sessions. In CSV a last row says how many seats were deleted, if any. docs/data.md says what the columns mean.",
    by: "host",
    query: {
      format: { schema: z.enum(["csv", "json"]).default("json"), says: "The format of the answer." },
      names,
    },
    answers: {
      200: { says: "The rows.", json: Participation, text: "text/csv", headers: ["Content-Disposition"] },
    },
    refuses: ["malformed"],
  },
  "GET /api/sessions/:code/paper": {
    does: "The ballot slips that were typed in.",
    by: "host",
    answers: { 200: { says: "By their numbers.", json: slips } },
  },
  "POST /api/sessions/:code/paper": {
    does: "Types in ballot slips, each as a seat of its own. Those with the id of a slip that there is replace the votes that they name; with `change` there must be all of them. Only of rounds that have begun, and not from the phase `results` on.",
    by: "host",
    body: PaperRequest,
    answers: { 201: { says: "Counted; all that there are.", json: slips } },
    refuses: ["wrong-phase", "too-many", "duplicate", "not-found"],
  },
  "DELETE /api/sessions/:code/paper/:id": {
    does: "Deletes a ballot slip, before the phase `results`.",
    by: "host",
    answers: { 204: DONE },
    refuses: ["wrong-phase", "not-found"],
  },
  "GET /api/sessions/:code/note": {
    does: "The host's private note on a session.",
    by: "host",
    answers: { 200: { says: "The note; an empty text is none.", json: note, headers: ["ETag"] } },
  },
  "PUT /api/sessions/:code/note": {
    does: "Saves the private note. An empty text deletes it.",
    by: "host",
    headers: { "If-Match": "Tags of the versions that may be replaced, or `*`." },
    body: SaveNote,
    answers: {
      200: { says: "Stored.", json: note, headers: ["ETag"] },
      412: {
        says: "Another version is stored, which comes along.",
        json: note.extend({ error: z.object({ code: z.literal("stale"), message: z.string() }) }),
        headers: ["ETag"],
      },
    },
  },
};
